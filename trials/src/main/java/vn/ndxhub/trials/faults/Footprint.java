package vn.ndxhub.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.oracle.Oracle;

/** The most memory and disk that any one hub has been seen with, from Linux's {@code /proc} twice a second. */
final class Footprint implements AutoCloseable {

    private static final Path PROCESSES = Path.of("/proc");
    private static final long EVERY_MILLIS = 500;
    private static final long PAGE_BYTES = 4096;

    /** As docs/correctness.md states it. */
    private static final long MOST_RESIDENT = 1_500L << 20;

    private static final long BYTES_OF_IDENTITY = 44;

    /** Locks, and whatever is written in whole pages. */
    private static final long STATE_BESIDE = 4L << 20;

    private final List<HubProcess> hubs;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("footprint").unstarted(task));
    private volatile long residentBytes;
    private volatile long stateBytes;

    Footprint(List<HubProcess> hubs) {
        this.hubs = hubs;
        watch.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * O9: no hub has ever had more than is allowed.
     *
     * @param identities at most, of all events that were sent
     */
    void judge(long identities, Findings findings) {
        if (!Files.exists(PROCESSES)) {
            return;
        }
        long mostState = 2 * BYTES_OF_IDENTITY * identities + STATE_BESIDE;
        findings.require(
                Oracle.O9_BOUNDED,
                "no hub has had more than %,d MB resident and %,d KB of state on disk (seen: %,d MB, %,d KB)"
                        .formatted(MOST_RESIDENT >> 20, mostState >> 10, residentBytes >> 20, stateBytes >> 10),
                residentBytes > 0 && residentBytes <= MOST_RESIDENT && stateBytes <= mostState);
    }

    private void look() {
        for (HubProcess hub : hubs) {
            residentBytes = Math.max(residentBytes, resident(hub));
            stateBytes = Math.max(stateBytes, open(hub));
        }
    }

    /** 0 of one that does not run. */
    private static long resident(HubProcess hub) {
        try {
            String pages = Files.readString(PROCESSES.resolve(hub.pid() + "/statm"));
            return Long.parseLong(pages.split(" ")[1]) * PAGE_BYTES;
        } catch (IOException | IllegalStateException gone) {
            return 0;
        }
    }

    /** What it holds open in its state folder: as a rule files whose name is taken off already, which no listing shows. */
    private static long open(HubProcess hub) {
        try (Stream<Path> files = Files.list(PROCESSES.resolve(hub.pid() + "/fd"))) {
            Path folder = hub.stateFolder();
            return files.mapToLong(file -> sizeIfIn(folder, file)).sum();
        } catch (IOException | UncheckedIOException | IllegalStateException gone) {
            return 0;
        }
    }

    private static long sizeIfIn(Path folder, Path file) {
        try {
            return Files.readSymbolicLink(file).startsWith(folder) ? Files.size(file) : 0;
        } catch (IOException closedMeanwhile) {
            return 0;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
