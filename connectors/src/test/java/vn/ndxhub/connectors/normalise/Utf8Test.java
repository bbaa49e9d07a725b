package vn.ndxhub.connectors.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void agreesWithTheStandardsDecoderOnShortSequences() {
        for (int first = 0x7f; first < 0x100; first++) {
            for (int second = 0x7f; second < 0x100; second++) {
                for (int third : new int[] {0x7f, 0x80, 0xbf, 0xc0}) {
                    check((byte) first, (byte) second, (byte) third, (byte) 0x80);
                    check((byte) first, (byte) second, (byte) third);
                    check((byte) first, (byte) second);
                }
            }
        }
    }

    @Test
    void agreesWithTheStandardsDecoderOnRandomBytes() {
        Random random = new Random(63);
        byte[] text = "Nguyễn Thị Mẫu 🏛 Cà Mau".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = text.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            check(bytes);
        }
    }

    private static void check(byte... bytes) {
        if (Utf8.isValid(bytes) != standard(bytes)) {
            assertThat(Utf8.isValid(bytes)).as(HexFormat.of().formatHex(bytes)).isEqualTo(standard(bytes));
        }
    }

    private static boolean standard(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
