package vn.ndxhub.connectors.normalise;

import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * One parser for record after record: to make one for each was a tenth of all that the hub does. Only a parser that has come to its record's
 * end reads another: of any other nobody knows where it stands. Confined to one thread.
 */
final class JsonRecords {

    /** A parser remembers the keys that it has seen, which strangers choose: after so many bytes another takes its place. */
    private static final int MOST_BYTES = 1 << 20;

    private final StrictJson json;
    private final Bytes rest = new Bytes();
    private final Blank blank = new Blank();
    private @Nullable JsonParser parser;
    private int parsed;
    private boolean ended;

    JsonRecords(StrictJson json) {
        this.json = json;
    }

    /** A parser that stands before the record and ends where it ends; not to be closed. */
    JsonParser open(byte[] record) {
        if (!ended || parsed > MOST_BYTES) {
            drop();
        }
        ended = false;
        parsed += record.length;
        rest.of(record);
        JsonParser known = parser;
        if (known == null) {
            known = json.parse(rest);
            parser = known;
        }
        return known;
    }

    /** Whether nothing but white space follows where the parser stands, behind a whole value. */
    boolean isAtEnd() {
        JsonParser open = parser;
        if (open == null) {
            return false;
        }
        blank.isBlank = true;
        open.releaseBuffered(blank);
        rest.giveTo(blank);
        ended = blank.isBlank;
        return ended;
    }

    private void drop() {
        JsonParser open = parser;
        parser = null;
        parsed = 0;
        if (open != null) {
            open.close();
        }
    }

    /** What the parser has not taken yet of the record at hand. */
    private static final class Bytes extends InputStream {

        private byte[] record = {};
        private int at;

        void of(byte[] next) {
            record = next;
            at = 0;
        }

        void giveTo(Blank out) {
            out.write(record, at, record.length - at);
            at = record.length;
        }

        @Override
        public int read() {
            return at < record.length ? record[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, record.length - at);
            System.arraycopy(record, at, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }

    /** Sees whether all that is written is white space, as JSON has it. */
    private static final class Blank extends OutputStream {

        private boolean isBlank;

        @Override
        public void write(int one) {
            isBlank &= one == ' ' || one == '\n' || one == '\r' || one == '\t';
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                write(bytes[offset + i]);
            }
        }
    }
}
