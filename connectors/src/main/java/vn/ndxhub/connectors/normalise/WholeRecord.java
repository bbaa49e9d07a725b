package vn.ndxhub.connectors.normalise;

import org.jspecify.annotations.Nullable;

/** What is wrong with a record before anybody looks into it. */
record WholeRecord(int mostBytes) {

    private static final byte[] NOTHING = new byte[0];

    byte[] value(FeedRecord record) {
        byte[] value = record.value();
        return value == null ? NOTHING : value;
    }

    @Nullable
    ReasonCode problem(byte[] value) {
        if (value.length == 0) {
            return ReasonCode.EMPTY;
        }
        return value.length > mostBytes ? ReasonCode.OVERSIZE : null;
    }
}
