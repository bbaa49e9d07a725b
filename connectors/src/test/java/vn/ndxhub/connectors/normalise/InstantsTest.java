package vn.ndxhub.connectors.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-08-01T08:15:30+07:00",
                "2023-08-01T08:15:30Z",
                "2023-08-01T08:15:30.5-03:30",
                "2023-08-01T08:15:30.123456789+00:00",
                "2024-02-29T23:59:59.999+07:00",
                "1900-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999+18:00"
            })
    void readsWhatTheStandardReads(String text) {
        assertThat(Instants.withOffset(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    }

    @Test
    void knowsEveryDayOfFourHundredYears() {
        LocalDate end = LocalDate.of(2301, 1, 1);
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(Instants.withOffset(day + "T00:00:00Z")).isEqualTo(day.toEpochDay() * 86_400_000L);
        }
    }

    @Test
    void readsRandomInstantsAsTheStandardDoes() {
        Random random = new Random(20230922);
        for (int i = 0; i < 20_000; i++) {
            long millis = random.nextLong(-1_000_000_000_000L, 4_000_000_000_000L);
            OffsetDateTime time = Instant.ofEpochMilli(millis)
                    .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1079, 1080)))
                    .withNano(0);
            String text = time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
            String offset = time.getOffset().getId();

            assertThat(Instants.withOffset(text + offset))
                    .isEqualTo(time.toInstant().toEpochMilli());
            assertThat(Instants.inVietnam(text))
                    .isEqualTo(LocalDateTime.parse(text)
                            .toInstant(ZoneOffset.ofHours(7))
                            .toEpochMilli());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-08-01",
                "2023-08-01T08:15",
                "2023-08-01 08:15:30Z",
                "2023-08-01T08:15:30",
                "2023-08-01T08:15:30.Z",
                "2023-08-01T08:15:30.1234567890Z",
                "2023-08-01T08:15:30+7:00",
                "2023-08-01T08:15:30+07:00 ",
                "2023-08-01T08:15:30+07:00[Asia/Ho_Chi_Minh]",
                "2023-8-01T08:15:30Z ",
                "-023-08-01T08:15:30Z",
                "２０２３-08-01T08:15:30Z",
                "2023/08/01T08:15:30Z"
            })
    void callsMalformedWhatIsWrittenOtherwise(String text) {
        assertThat(Instants.withOffset(text)).isEqualTo(Instants.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T08:15:30Z",
                "2023-02-30T08:15:30Z",
                "2023-13-01T08:15:30Z",
                "2023-00-01T08:15:30Z",
                "2023-08-00T08:15:30Z",
                "2023-04-31T08:15:30Z",
                "2023-08-01T24:00:00Z",
                "2023-08-01T08:60:30Z",
                "2023-08-01T08:15:60Z",
                "2023-08-01T08:15:30+19:00",
                "2023-08-01T08:15:30+07:60",
                "0023-08-01T08:15:30Z"
            })
    void callsImpossibleWhatIsNoTime(String text) {
        assertThat(Instants.withOffset(text)).isEqualTo(Instants.IMPOSSIBLE);
    }

    @Test
    void boundsMilliseconds() {
        assertThat(Instants.ofEpochMillis(0)).isZero();
        assertThat(Instants.ofEpochMillis(Long.MAX_VALUE)).isEqualTo(Instants.IMPOSSIBLE);
        assertThat(Instants.ofEpochMillis(Long.MIN_VALUE)).isEqualTo(Instants.IMPOSSIBLE);
    }
}
