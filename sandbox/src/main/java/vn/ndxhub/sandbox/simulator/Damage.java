package vn.ndxhub.sandbox.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.sandbox.scenario.Fault;

/** What goes wrong with a whole record on its way out. */
final class Damage {

    private static final byte[] NO_UTF8 = {'"', (byte) 0xc3, '(', '"', ':', '1', ','};
    private static final byte[] MORE = {'{', '}'};
    private static final byte[] TWICE = "\"hai\":1,\"hai\":2,".getBytes(StandardCharsets.UTF_8);

    private static final byte[] DEPTH =
            ("\"sau\":" + "[".repeat(1_000) + "]".repeat(1_000) + ",").getBytes(StandardCharsets.UTF_8);

    /** A magic byte and the schema's id. */
    private static final int HEADER = 5;

    /** Of a character of two bytes: none may follow that is ASCII. */
    private static final byte BEGIN_OF_TWO = (byte) 0xc3;

    private Damage() {}

    /** The bytes as sent: those given where the fault is none of the whole record's. */
    static byte @Nullable [] of(Fault fault, byte[] good) {
        return switch (fault) {
            case EMPTY -> null;
            case UNREADABLE -> Arrays.copyOf(good, good.length / 2);
            case GARBAGE -> garbage(good.length);
            case TRAILING_BYTES -> joined(good, good.length, MORE, MORE);
            case BAD_UTF8 -> joined(good, 1, NO_UTF8, tail(good));
            case DUPLICATE_KEY -> joined(good, 1, TWICE, tail(good));
            case TOO_DEEP -> joined(good, 1, DEPTH, tail(good));
            default -> good;
        };
    }

    /** The same of a record in the registry's wire format, whose first field is text: what is damaged stands behind the schema's id. */
    static byte @Nullable [] ofAvro(Fault fault, byte[] good) {
        return switch (fault) {
            case GARBAGE -> joined(good, HEADER, garbage(good.length));
            case BAD_UTF8 -> {
                byte[] bad = good.clone();
                bad[HEADER + 1] = BEGIN_OF_TWO;
                yield bad;
            }
            default -> of(fault, good);
        };
    }

    private static byte[] garbage(int length) {
        byte[] garbage = new byte[Math.max(1, length)];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) (0x80 | i * 31);
        }
        return garbage;
    }

    private static byte[] tail(byte[] good) {
        return Arrays.copyOfRange(good, 1, good.length);
    }

    private static byte[] joined(byte[] begin, int length, byte[]... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(begin, 0, length);
        for (byte[] each : more) {
            bytes.writeBytes(each);
        }
        return bytes.toByteArray();
    }
}
