package vn.ndxhub.routes.pull;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.pull.Page;

/** Which time a page's record bears: that of its arrival, or in a replayed scenario the one the page itself names. */
public enum PageTimestamps {
    ARRIVAL {
        @Override
        @Nullable
        Long of(Page page) {
            return null;
        }
    },
    PAGE {
        @Override
        @Nullable
        Long of(Page page) {
            return page.issued();
        }
    };

    /** Milliseconds since 1970-01-01T00:00Z, or null for the time of writing. */
    abstract @Nullable Long of(Page page);
}
