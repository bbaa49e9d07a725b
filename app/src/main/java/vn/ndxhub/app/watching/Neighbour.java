package vn.ndxhub.app.watching;

import java.util.Locale;

/** Whom the hub cannot do without for long. */
enum Neighbour {
    BROKER,
    REGISTRY,
    DATABASE;

    /** In metrics, health and log. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
