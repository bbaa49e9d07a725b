package vn.ndxhub.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDayTest {

    @ParameterizedTest
    @CsvSource({
        "2023-08-31T16:59:59.999Z, 2023-08-31",
        "2023-08-31T17:00:00Z, 2023-09-01",
        "2024-02-28T17:00:00Z, 2024-02-29",
        "2024-02-29T17:00:00Z, 2024-03-01",
        "2023-12-31T16:59:59.999Z, 2023-12-31",
        "2023-12-31T17:00:00Z, 2024-01-01",
        "1969-12-31T16:59:59Z, 1969-12-31",
    })
    void beginsAtSeventeenHoursUniversalTime(String instant, LocalDate day) {
        assertThat(BusinessDay.of(Instant.parse(instant).toEpochMilli())).isEqualTo(day);
    }

    @Test
    void agreesWithTheCalendarOfTheZone() {
        for (long millis = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
                millis < Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
                millis += 7 * 3_599_999L) {
            assertThat(BusinessDay.of(millis))
                    .isEqualTo(Instant.ofEpochMilli(millis)
                            .atZone(BusinessDay.ZONE)
                            .toLocalDate());
        }
    }

    @Test
    void belongsToItsMonth() {
        assertThat(BusinessDay.month(BusinessDay.epochDay(
                        Instant.parse("2023-08-31T17:00:00Z").toEpochMilli())))
                .isEqualTo(YearMonth.of(2023, 9));
    }
}
