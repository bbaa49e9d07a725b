package vn.ndxhub.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.LogPlace;

/** Whatever happens to an index, read on from where it says that it stands it is the log's. */
class KeptIndexPropertiesTest {

    private static final IndexedPartition LIBRARY = new IndexedPartition("library", "Lx0", 1, 0);
    private static final Consumer<String> NOBODY = notice -> {};

    private Path all = Path.of("");
    private final List<Identity> log = new ArrayList<>();
    private final Map<Identity, Long> firsts = new HashMap<>();
    private int lives;

    @Property(tries = 30)
    void isAMapOfTheLogThroughCleanEndsKillsAndDamage(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 300) int mostInMemory) {
        begin();
        Random random = new Random(seed);
        LayeredIndex index = LayeredIndex.kept(all.resolve("0"), LIBRARY, mostInMemory, NOBODY);
        for (int turn = 0; turn < 8; turn++) {
            readOn(index);
            write(random, 1 + random.nextInt(300));
            readOn(index);
            index = nextLife(index, random, mostInMemory);
        }
        readOn(index);

        for (Map.Entry<Identity, Long> first : firsts.entrySet()) {
            assertThat(Objects.requireNonNull(index.find(first.getKey())).place())
                    .isEqualTo(first.getValue());
        }
        assertThat(index.find(new Identity(-1, -1))).isNull();
        index.close();
    }

    private void write(Random random, int events) {
        for (int i = 0; i < events; i++) {
            Identity identity = new Identity(random.nextLong(40) << 59, random.nextLong(40));
            firsts.putIfAbsent(identity, LogPlace.of(log.size(), 0));
            log.add(identity);
        }
    }

    private void readOn(LayeredIndex index) {
        for (long offset = index.position(); offset < log.size(); offset++) {
            Identity identity = log.get((int) offset);
            FirstEvent first = index.noteEvent(identity, LogPlace.of(offset, 0), identity.low());
            assertThat(first.place()).isEqualTo(firsts.get(identity));
            assertThat(first.contentHash()).isEqualTo(identity.low());
            index.moveTo(offset + 1);
        }
    }

    /** The folder as it stands becomes that of the next process: before the clean end of this one, or after it, or damaged. */
    private LayeredIndex nextLife(LayeredIndex index, Random random, int mostInMemory) {
        boolean killed = random.nextInt(3) == 0;
        Path next = all.resolve(Integer.toString(++lives));
        if (killed) {
            copy(all.resolve(Integer.toString(lives - 1)), next);
        }
        index.close();
        if (!killed) {
            copy(all.resolve(Integer.toString(lives - 1)), next);
        }
        if (random.nextInt(4) == 0) {
            damage(next, random);
        }
        return LayeredIndex.kept(next, LIBRARY, mostInMemory, NOBODY);
    }

    private static void damage(Path copy, Random random) {
        try (Stream<Path> files = Files.list(LIBRARY.folder(copy))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    // Only what opening must notice: what lies between is checked when it is read.
                    int at = bytes.length - 1 - random.nextInt(Math.min(bytes.length, SegmentTrailer.BYTES));
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, bytes);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(LIBRARY.folder(from))) {
            Files.createDirectories(LIBRARY.folder(to));
            for (Path file : files.toList()) {
                Files.copy(file, LIBRARY.folder(to).resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One object lives through all tries. */
    private void begin() {
        log.clear();
        firsts.clear();
        lives = 0;
        try {
            all = Files.createTempDirectory("kept-index");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterTry
    void removeFiles() throws IOException {
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
