package vn.ndxhub.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "HT-2023-000001", "hồ-sơ/Đà_Nẵng#7", "出生-1", "đơn:😀", "ก็-1", "①-phiếu", "0790990000011"})
    void takesWhatCanBeSeen(String id) {
        assertThat(EventId.isWellFormed(id)).isTrue();
        assertThat(EventId.looksPersonal(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0000, control",
        "007f, control",
        "0085, control",
        "00ad, format: soft hyphen",
        "200b, format: zero width space",
        "200d, format: zero width joiner",
        "202e, format: right-to-left override",
        "2060, format: word joiner",
        "2066, format: isolate",
        "feff, format: byte order mark",
        "e0041, format: tag",
        "e000, private use",
        "f8ff, private use",
        "100000, private use",
        "d800, half of a pair",
        "dfff, half of a pair",
        "0378, unassigned",
        "ffff, no character",
        "1fffe, no character",
        "0020, space",
        "00a0, space",
        "3000, space",
        "2028, line separator",
        "2029, paragraph separator",
        "034f, joiner among the marks",
        "115f, filler among the letters",
        "1160, filler among the letters",
        "3164, filler among the letters",
        "ffa0, filler among the letters",
        "17b4, vowel that shows nothing",
        "180b, selector among the marks",
        "fe0f, selector among the marks",
        "e0100, selector among the marks",
        "2800, blank among the symbols"
    })
    void refusesWhatHides(String hex, String what) {
        String hidden = Character.toString(Integer.parseInt(hex, 16));

        for (String id : new String[] {hidden, hidden + "a", "a" + hidden + "b", "a" + hidden}) {
            assertThat(EventId.isWellFormed(id)).as(what).isFalse();
        }
    }

    @Test
    void refusesEveryCharacterOfTheHiddenCategories() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
                    case Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> Character.isSpaceChar(c) || Character.isWhitespace(c);
                })
                .forEach(c -> assertThat(EventId.isWellFormed("a" + Character.toString(c)))
                        .as("U+%04X", c)
                        .isFalse());
    }

    @Test
    void refusesEveryFormOfATextButTheComposed() {
        String composed = "hồ-sơ";

        assertThat(EventId.isWellFormed(composed)).isTrue();
        assertThat(EventId.isWellFormed("ho\u0302\u0300-so\u031b")).isFalse();
        assertThat(EventId.isWellFormed("h\u00f4\u0300-s\u01a1")).isFalse();
        assertThat(EventId.isWellFormed("\u212b"))
                .as("Angstrom sign for a letter")
                .isFalse();
    }

    @Test
    void refusesWhatIsEmptyOrTooLong() {
        assertThat(EventId.isWellFormed("")).isFalse();
        assertThat(EventId.isWellFormed("a".repeat(EventId.LONGEST))).isTrue();
        assertThat(EventId.isWellFormed("a".repeat(EventId.LONGEST + 1))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId("\ufeffa"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventId("079099000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "079099000001",
                "012345678",
                "079-099.000_001",
                "079 099 000 001",
                "079/099/000/001",
                "\uff10\uff17\uff19\uff10\uff19\uff19\uff10\uff10\uff10\uff10\uff10\uff11",
                "\u0660\u0667\u0669\u0660\u0669\u0669\u0660\u0660\u0660\u0660\u0660\u0661",
                "\u09e6\u09ed\u09ef\u09e6\u09ef\u09ef\u09e6\u09e6\u09e6",
                "\u24ea\u2466\u2468\u24ea\u2468\u2468\u24ea\u24ea\u24ea",
                "\u2070\u2077\u2079\u2070\u2079\u2079\u2070\u2070\u00b9",
                "\ud835\udfce\ud835\udfd5\ud835\udfd7099000001",
                "079\u200b099\u200b000\u200b001",
                "\ufeff079099000001",
                "079\u3164099\u115f000\uffa0001",
                "079\u2013099\u2212000\uff0d001",
                "0\u20e37\u20e39\u20e3099000001",
                "07909900000\uff11"
            })
    void seesAPersonalNumberInEveryDisguise(String id) {
        assertThat(EventId.looksPersonal(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567890", "HS079099000001", "079099000001号", "½½½½½½½½½"})
    void leavesOtherNumbersAlone(String id) {
        assertThat(EventId.looksPersonal(id)).isFalse();
    }
}
