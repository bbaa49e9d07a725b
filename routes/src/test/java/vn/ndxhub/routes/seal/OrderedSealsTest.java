package vn.ndxhub.routes.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.seal.SealDecision;
import vn.ndxhub.core.seal.SealOrders;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.contract.Seal;

class OrderedSealsTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final long OCTOBER = Instant.parse("2023-10-04T02:00:00Z").toEpochMilli();

    private final List<SpecificRecord> control = new ArrayList<>();
    private final List<Long> readFrom = new ArrayList<>();
    private final OrderedSeals seals = new OrderedSeals((from, taker) -> {
        readFrom.add(from);
        control.subList((int) from, control.size()).forEach(record -> taker.accept(record, OCTOBER));
        return control.size();
    });

    @Test
    void keepsTheSealsOfSourcesApart() {
        control.add(seal("library", "2023-08", 1));
        control.add(new ReadTopic("feed.library", "x", List.of(), null));
        control.add(seal("museum", "2023-09", 1));
        control.add(seal("library", "2023-09", 2));

        assertThat(seals.of(LIBRARY).after(0))
                .extracting(SealDecision.Accepted::month)
                .containsExactly(YearMonth.of(2023, 8), YearMonth.of(2023, 9));
        assertThat(seals.of(new SourceId("museum")).next()).isEqualTo(2);
        assertThat(seals.of(new SourceId("archive")).next()).isEqualTo(1);
    }

    @Test
    void readsOnFromWhereItHasRead() {
        control.add(seal("library", "2023-08", 1));
        SealOrders before = seals.of(LIBRARY);
        control.add(seal("library", "2023-09", 2));

        assertThat(seals.of(LIBRARY).next()).isEqualTo(3);
        assertThat(before.next()).isEqualTo(2);
        assertThat(readFrom).containsExactly(0L, 1L);
    }

    @Test
    void passesOverAnOrderWhoseMonthIsNone() {
        control.add(seal("library", "august", 1));
        control.add(seal("library", "2023-13", 1));
        control.add(seal("library", "2023-08", 1));

        assertThat(seals.of(LIBRARY).after(0)).hasSize(1);
    }

    @Test
    void takesNothingOfAReadingThatBreaks() {
        control.add(seal("library", "2023-08", 1));
        OrderedSeals breaking = new OrderedSeals((from, taker) -> {
            taker.accept(control.getFirst(), OCTOBER);
            if (readFrom.isEmpty()) {
                readFrom.add(from);
                throw new IllegalStateException("the broker is away");
            }
            return 1;
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> breaking.of(LIBRARY));

        SealOrders orders = breaking.of(LIBRARY);

        assertThat(orders.next()).isEqualTo(2);
        assertThat(orders.voids()).isEmpty();
    }

    private static Seal seal(String source, String month, int number) {
        return new Seal(source, month, number, "operator", 1L);
    }
}
