package vn.ndxhub.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.LogPlace;

/** What is kept of an index on disk, and what of it is trusted. */
class KeptIndexTest {

    private static final IndexedPartition LIBRARY = new IndexedPartition("library", "Lx0", 1, 3);
    private static final int IN_MEMORY = 100;
    private static final int RECORDS = 1_000;

    @TempDir
    private Path all;

    private final List<String> notices = new ArrayList<>();

    @Test
    void isTheSameAfterItWasClosed() {
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 0, RECORDS);
            index.noteRetraction(identity(7), LogPlace.of(RECORDS, 0));
            index.noteRefusal(identity(RECORDS + 1), LogPlace.of(RECORDS, 1));
            index.moveTo(RECORDS + 1);
        }

        try (LayeredIndex again = open(LIBRARY)) {
            assertThat(again.position()).isEqualTo(RECORDS + 1);
            assertHolds(again, RECORDS);
            assertThat(again.retraction(identity(7))).isEqualTo(LogPlace.of(RECORDS, 0));
            assertThat(again.retraction(identity(8))).isEqualTo(IdentityIndex.NONE);
            assertThat(again.refusal(identity(RECORDS + 1))).isEqualTo(LogPlace.of(RECORDS, 1));
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void lacksOnlyItsNewestEntriesAfterAKill() {
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 0, RECORDS + 50);
            copyTo(all.resolve("killed"));
        }

        try (LayeredIndex again = LayeredIndex.kept(all.resolve("killed"), LIBRARY, IN_MEMORY, notices::add)) {
            assertThat(again.position()).isBetween(RECORDS - 1L, RECORDS + 50L);
            fill(again, again.position(), RECORDS + 50);
            assertHolds(again, RECORDS + 50);
        }
        assertThat(notices).isEmpty();
    }

    /** Something that is not the file that was written. */
    enum Damage {
        TRUNCATED {
            @Override
            void to(Path segment) throws IOException {
                byte[] bytes = Files.readAllBytes(segment);
                Files.write(segment, Arrays.copyOf(bytes, bytes.length - 100));
            }
        },
        MIDDLE_CUT_OUT {
            @Override
            void to(Path segment) throws IOException {
                byte[] bytes = Files.readAllBytes(segment);
                byte[] shorter = new byte[bytes.length - 32];
                System.arraycopy(bytes, 0, shorter, 0, 1_000);
                System.arraycopy(bytes, 1_032, shorter, 1_000, shorter.length - 1_000);
                Files.write(segment, shorter);
            }
        },
        EMPTY {
            @Override
            void to(Path segment) throws IOException {
                Files.write(segment, new byte[0]);
            }
        },
        GONE {
            @Override
            void to(Path segment) throws IOException {
                Files.delete(segment);
            }
        },
        FILTER_FLIPPED {
            @Override
            void to(Path segment) throws IOException {
                flip(segment, size -> 5);
            }
        },
        FIRST_KEY_FLIPPED {
            @Override
            void to(Path segment) throws IOException {
                flip(segment, size -> size - SegmentTrailer.BYTES - 3);
            }
        },
        TRAILER_FLIPPED {
            @Override
            void to(Path segment) throws IOException {
                flip(segment, size -> size - SegmentTrailer.BYTES + 35);
            }
        },
        OTHER_VERSION {
            @Override
            void to(Path segment) throws IOException {
                byte[] bytes = Files.readAllBytes(segment);
                int trailer = bytes.length - SegmentTrailer.BYTES;
                ByteBuffer file = ByteBuffer.wrap(bytes).putInt(trailer + 8, 2);
                file.putInt(bytes.length - 4, SegmentLayout.checksum(file.slice(trailer, SegmentTrailer.BYTES - 4)));
                Files.write(segment, bytes);
            }
        };

        abstract void to(Path segment) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void isReadAgainFromTheLogWhereASegmentIsDamaged(Damage damage) throws IOException {
        filled(LIBRARY);

        damage.to(segments(LIBRARY).getFirst());

        assertIsReadAgain();
    }

    @Test
    void isReadAgainWhereTheManifestIsDamaged() throws IOException {
        filled(LIBRARY);

        flip(LIBRARY.folder(all).resolve(Manifest.FILE), size -> size / 2);

        assertIsReadAgain();
    }

    @Test
    void takesNoSegmentOfAnotherPartitionEpochOrTopic() throws IOException {
        for (IndexedPartition other : List.of(
                new IndexedPartition("library", "Lx0", 1, 4),
                new IndexedPartition("library", "Lx0", 2, 3),
                new IndexedPartition("library", "Lx1", 1, 3),
                new IndexedPartition("museum", "Lx0", 1, 3))) {
            Path elsewhere = all.resolve("elsewhere");
            filled(LIBRARY);
            try (LayeredIndex index = LayeredIndex.kept(elsewhere, other, IN_MEMORY, notices::add)) {
                fill(index, 0, RECORDS);
            }
            Path own = segments(LIBRARY).getFirst();

            Files.copy(other.folder(elsewhere).resolve(own.getFileName()), own, StandardCopyOption.REPLACE_EXISTING);

            assertIsReadAgain();
            notices.clear();
        }
    }

    @Test
    void takesNoManifestOfAnotherTopic() throws IOException {
        IndexedPartition before = new IndexedPartition("library", "Lx9", 1, 3);
        filled(before);

        assertIsReadAgain();
    }

    @Test
    void takesNoSegmentForAnotherOfItsOwn() throws IOException {
        filled(LIBRARY);
        List<Path> segments = segments(LIBRARY);

        Files.copy(segments.getFirst(), segments.getLast(), StandardCopyOption.REPLACE_EXISTING);

        assertIsReadAgain();
    }

    @Test
    void noticesABlockThatWasFlippedWhenItIsAskedForAndIsReadAgainThen() throws IOException {
        filled(LIBRARY);
        for (Path segment : segments(LIBRARY)) {
            SegmentTrailer trailer = Segment.open(segment, LIBRARY.fingerprint(), number(segment))
                    .trailer();
            flip(segment, size -> trailer.layout().filterBytes() + 20);
        }

        try (LayeredIndex index = open(LIBRARY)) {
            assertThat(index.position()).isEqualTo(RECORDS);
            assertThatThrownBy(() -> assertHolds(index, RECORDS)).isInstanceOf(SegmentDamaged.class);
        }

        try (LayeredIndex again = open(LIBRARY)) {
            assertThat(again.position()).isZero();
        }
    }

    @Test
    void goesOnFromAFolderOfAWeekAgo() {
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 0, 300);
        }
        Path weekAgo = all.resolve("week-ago");
        copyTo(weekAgo);
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 300, RECORDS);
        }

        try (LayeredIndex old = LayeredIndex.kept(weekAgo, LIBRARY, IN_MEMORY, notices::add)) {
            assertThat(old.position()).isEqualTo(300);
            fill(old, 300, RECORDS);
            assertHolds(old, RECORDS);
        }
    }

    @Test
    void noticesThatTheLogHasLostItsEnd() {
        filled(LIBRARY);

        try (LayeredIndex index = open(LIBRARY)) {
            assertThatThrownBy(() -> index.noteEvent(identity(RECORDS + 1), LogPlace.of(500, 0), 0))
                    .isInstanceOf(ForeignIndex.class)
                    .hasMessageContaining("offset 500");
            assertThatThrownBy(() -> index.noteEvent(identity(700), LogPlace.of(500, 0), 0))
                    .isInstanceOf(ForeignIndex.class);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() {
        try (LayeredIndex index = open(LIBRARY)) {
            assertThatThrownBy(() -> open(LIBRARY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a state folder of its own");
        }

        open(LIBRARY).close();
    }

    @Test
    void deletesWhatNoManifestNames() throws IOException {
        filled(LIBRARY);
        Path orphan = LIBRARY.folder(all).resolve("00000000000000ff.segment");
        Files.write(orphan, new byte[100]);

        open(LIBRARY).close();

        assertThat(orphan).doesNotExist();
    }

    @Test
    void forgetsForGood() {
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 0, RECORDS);
            index.clear();
        }

        try (LayeredIndex again = open(LIBRARY)) {
            assertThat(again.position()).isZero();
            assertThat(again.size()).isZero();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void answersOtherThreadsWhileItIsFilled() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        try (LayeredIndex index = open(LIBRARY)) {
            fill(index, 0, 1);
            KnownIdentities known = index.known();
            Thread asking = Thread.ofPlatform().start(() -> {
                long last = 0;
                while (last < RECORDS - 1) {
                    FirstEvent found = known.event(identity(last + 1));
                    last += found == null ? 0 : 1;
                    for (long each = Math.max(0, last - 150); each <= last; each++) {
                        FirstEvent first = Objects.requireNonNull(known.event(identity(each)));
                        assertThat(first.place()).isEqualTo(LogPlace.of(each, 0));
                    }
                }
            });
            asking.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            fill(index, 1, RECORDS);
            asking.join();
        }
        assertThat(failures).isEmpty();
    }

    private void assertIsReadAgain() {
        try (LayeredIndex index = open(LIBRARY)) {
            assertThat(index.position()).isZero();
            assertThat(index.size()).isZero();
            fill(index, 0, RECORDS);
            assertHolds(index, RECORDS);
        }
        assertThat(notices).hasSize(1).first().asString().contains("not trusted");
    }

    private void filled(IndexedPartition partition) {
        try (LayeredIndex index = open(partition)) {
            fill(index, 0, RECORDS);
        }
    }

    private LayeredIndex open(IndexedPartition partition) {
        return LayeredIndex.kept(all, partition, IN_MEMORY, notices::add);
    }

    private static Identity identity(long number) {
        return Identity.of(new SourceId("library"), "e" + number);
    }

    private static void fill(LayeredIndex index, long from, long to) {
        for (long offset = from; offset < to; offset++) {
            index.noteEvent(identity(offset), LogPlace.of(offset, 0), offset);
            index.moveTo(offset + 1);
        }
    }

    private static void assertHolds(LayeredIndex index, long records) {
        for (long offset = 0; offset < records; offset++) {
            FirstEvent first = Objects.requireNonNull(index.find(identity(offset)));
            assertThat(first.place()).isEqualTo(LogPlace.of(offset, 0));
            assertThat(first.contentHash()).isEqualTo(offset);
        }
    }

    private List<Path> segments(IndexedPartition partition) throws IOException {
        try (Stream<Path> files = Files.list(partition.folder(all))) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(Path segment) {
        return Long.parseLong(segment.getFileName().toString().replace(".segment", ""), 16);
    }

    private static void flip(Path file, LongUnaryOperator where) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) where.applyAsLong(bytes.length)] ^= 1;
        Files.write(file, bytes);
    }

    /** What a kill leaves, or a copy that was put aside. */
    private void copyTo(Path copy) {
        Path from = LIBRARY.folder(all);
        Path to = LIBRARY.folder(copy);
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
