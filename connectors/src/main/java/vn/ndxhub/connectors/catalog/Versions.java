package vn.ndxhub.connectors.catalog;

/** Versions count from 1; an older one stays beside the newest as {@code source.v1.yaml} or {@code indicators.v1.yaml}. */
final class Versions {

    private static final int MOST = 10_000;

    private Versions() {}

    static Integer parse(String text) {
        int version = Integer.parseInt(text);
        if (version < 1 || version > MOST) {
            throw new IllegalArgumentException("a version is a number from 1 up");
        }
        return version;
    }

    static String file(String stem, int version) {
        return stem + ".v" + version + ".yaml";
    }
}
