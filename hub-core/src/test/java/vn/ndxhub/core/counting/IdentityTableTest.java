package vn.ndxhub.core.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.Identity;

class IdentityTableTest {

    private static final long LARGEST_PLACE = (1L << 40) - 2;
    private static final int LARGEST_SHAPE = (1 << 24) - 1;

    private final IdentityTable table = new IdentityTable();

    private record Noted(long offset, long contentHash, long quantity, int shape) {}

    /** Few distinct halves, so that identities collide in either of them; enough to grow several times. */
    @Property(tries = 50)
    void isAMapFromIdentityToItsFirstEvent(@ForAll long seed, @ForAll @LongRange(min = 1, max = 5) long mostQuantity) {
        IdentityTable own = new IdentityTable();
        Map<Identity, Noted> model = new HashMap<>();
        Random random = new Random(seed);
        for (long offset = 0; offset < 6_000; offset++) {
            Identity identity = new Identity(random.nextInt(80), random.nextInt(80));
            Noted noted = new Noted(
                    offset, random.nextLong(), 1 + random.nextLong(mostQuantity), random.nextInt(LARGEST_SHAPE));
            Noted first = model.computeIfAbsent(identity, i -> noted);

            int slot = own.noteEvent(identity, offset, noted.contentHash, noted.quantity, noted.shape);

            assertThat(at(own, slot)).isEqualTo(first);
        }
        model.forEach(
                (identity, first) -> assertThat(at(own, own.find(identity))).isEqualTo(first));
        assertThat(own.size()).isEqualTo(model.size());
        assertThat(own.find(new Identity(80, 80))).isEqualTo(-1);
    }

    @Test
    void holdsTheLargestPlaceAndShape() {
        int slot = table.noteEvent(new Identity(1, 2), LARGEST_PLACE, -1, 1, LARGEST_SHAPE);

        assertThat(at(table, slot)).isEqualTo(new Noted(LARGEST_PLACE, -1, 1, LARGEST_SHAPE));
    }

    @Test
    void refusesWhatItCannotHoldInsteadOfCuttingIt() {
        assertThatThrownBy(() -> table.noteEvent(new Identity(1, 2), LARGEST_PLACE + 1, 0, 1, 0))
                .hasMessageContaining("place 1099511627775");
        assertThatThrownBy(() -> table.noteEvent(new Identity(1, 2), 0, 0, 1, LARGEST_SHAPE + 1))
                .hasMessageContaining("shape 16777216");
        assertThat(table.find(new Identity(1, 2))).isEqualTo(-1);
    }

    @Test
    void forgetsEverything() {
        table.noteEvent(new Identity(1, 2), 0, 7, 9, 3);
        table.noteRetraction(new Identity(1, 2), 1);

        table.clear();

        assertThat(table.find(new Identity(1, 2))).isEqualTo(-1);
        assertThat(table.retraction(new Identity(1, 2))).isEqualTo(IdentityIndex.NONE);
        assertThat(at(table, table.noteEvent(new Identity(1, 2), 5, 7, 1, 3))).isEqualTo(new Noted(5, 7, 1, 3));
    }

    private static Noted at(IdentityTable table, int slot) {
        return new Noted(table.place(slot), table.contentHash(slot), table.quantity(slot), table.shape(slot));
    }
}
