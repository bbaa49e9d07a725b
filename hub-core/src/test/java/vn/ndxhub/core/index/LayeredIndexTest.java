package vn.ndxhub.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;

class LayeredIndexTest {

    private static final long LARGEST_PLACE = (1L << 62);
    private static final SourceId LIBRARY = new SourceId("library");

    @TempDir
    private Path folder;

    private record Noted(long place, long contentHash) {

        static Noted of(FirstEvent event) {
            return new Noted(event.place(), event.contentHash());
        }
    }

    /** Real identities, some of them again and again; from an index all in memory to one that is nearly all on disk. */
    @Property(tries = 40)
    void isAMapFromIdentityToItsFirstEvent(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int mostInMemory) {
        Random random = new Random(seed);
        isAMap(mostInMemory, random, () -> Identity.of(LIBRARY, "e" + random.nextInt(4_000)));
    }

    /** Few distinct halves, so that identities collide in either of them, in the table, in the filter and in the order on disk. */
    @Property(tries = 20)
    void tellsIdentitiesApartThatShareAHalf(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int mostInMemory) {
        Random random = new Random(seed);
        isAMap(mostInMemory, random, () -> new Identity(random.nextInt(40) - 20L << 58, random.nextInt(40) - 20L));
    }

    private interface Identities {
        Identity next();
    }

    private static void isAMap(int mostInMemory, Random random, Identities identities) {
        Map<Identity, Noted> model = new HashMap<>();
        try (LayeredIndex index = new LayeredIndex(Path.of(System.getProperty("java.io.tmpdir")), mostInMemory)) {
            for (long place = 0; place < 6_000; place++) {
                Identity identity = identities.next();
                Noted noted = new Noted(place, random.nextLong());
                Noted first = model.computeIfAbsent(identity, i -> noted);

                FirstEvent found = index.noteEvent(identity, place, noted.contentHash);

                assertThat(Noted.of(found)).isEqualTo(first);
            }
            model.forEach((identity, first) -> assertThat(Noted.of(Objects.requireNonNull(index.find(identity))))
                    .isEqualTo(first));
            assertThat(index.size()).isEqualTo(model.size());
            assertThat(index.find(new Identity(80, 80))).isNull();
        }
    }

    @Test
    void mergesItsSegmentsSoThatFewAreLeft() {
        int written = 256;
        try (LayeredIndex index = new LayeredIndex(folder, 100)) {
            for (int i = 0; i < 100 * written; i++) {
                index.noteEvent(Identity.of(LIBRARY, "e" + i), i, 0);

                assertThat(index.segments()).isLessThanOrEqualTo(Segments.MOST);
            }

            assertThat(index.size()).isEqualTo(100L * written);
            assertThat(index.find(Identity.of(LIBRARY, "e7"))).isNotNull();
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        try (LayeredIndex index = new LayeredIndex(folder, 10)) {
            for (int i = 0; i < 100; i++) {
                index.noteEvent(Identity.of(LIBRARY, "e" + i), i, 0);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        LayeredIndex index = new LayeredIndex(file, 1);
        index.noteEvent(new Identity(1, 2), 0, 0);

        assertThatThrownBy(() -> index.noteEvent(new Identity(3, 4), 1, 0))
                .isInstanceOf(SegmentsBroken.class)
                .hasMessageContaining("no-folder");
    }

    @Test
    void holdsTheLargestPlace() {
        LayeredIndex index = new LayeredIndex(folder, 1);
        index.noteEvent(new Identity(1, 2), LARGEST_PLACE, -1);
        index.noteEvent(new Identity(3, 4), 0, 0);

        FirstEvent first = Objects.requireNonNull(index.find(new Identity(1, 2)));

        assertThat(Noted.of(first)).isEqualTo(new Noted(LARGEST_PLACE, -1));
    }

    @Test
    void forgetsEverything() {
        LayeredIndex index = new LayeredIndex(folder, 1);
        List.of(new Identity(1, 2), new Identity(3, 4)).forEach(each -> index.noteEvent(each, 0, 7));
        index.noteRetraction(new Identity(1, 2), 1);

        index.clear();

        assertThat(index.size()).isZero();
        assertThat(index.find(new Identity(1, 2))).isNull();
        assertThat(index.find(new Identity(3, 4))).isNull();
        assertThat(index.retraction(new Identity(1, 2))).isEqualTo(IdentityIndex.NONE);
        assertThat(Noted.of(index.noteEvent(new Identity(1, 2), 5, 7))).isEqualTo(new Noted(5, 7));
    }
}
