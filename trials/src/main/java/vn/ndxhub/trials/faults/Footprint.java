package vn.ndxhub.trials.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.ndxhub.sandbox.world.HubProcess;

/** The most memory and disk that any one hub has been seen with, from Linux's {@code /proc} twice a second. */
final class Footprint implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;
    private static final long PAGE_BYTES = 4096;

    private final List<HubProcess> hubs;
    private final Thread watch = Thread.ofPlatform().daemon().name("footprint").unstarted(this::look);
    private volatile boolean stopped;
    private volatile long residentBytes;
    private volatile long stateBytes;

    Footprint(List<HubProcess> hubs) {
        this.hubs = hubs;
        watch.start();
    }

    /** Most bytes resident. */
    long residentBytes() {
        return residentBytes;
    }

    /** Most bytes of identities and the like on disk. */
    long stateBytes() {
        return stateBytes;
    }

    private void look() {
        while (!stopped) {
            for (HubProcess hub : hubs) {
                residentBytes = Math.max(residentBytes, resident(hub));
                stateBytes = Math.max(stateBytes, open(hub));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** 0 of one that does not run. */
    private static long resident(HubProcess hub) {
        try {
            String pages = Files.readString(Path.of("/proc", Long.toString(hub.pid()), "statm"));
            return Long.parseLong(pages.split(" ")[1]) * PAGE_BYTES;
        } catch (IOException | IllegalStateException gone) {
            return 0;
        }
    }

    /** What it holds open in its state folder: as a rule files whose name is taken off already, which no listing shows. */
    private static long open(HubProcess hub) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(hub.pid()), "fd"))) {
            String folder = hub.stateFolder().toString();
            return files.mapToLong(file -> sizeIfIn(folder, file)).sum();
        } catch (IOException | UncheckedIOException | IllegalStateException gone) {
            return 0;
        }
    }

    private static long sizeIfIn(String folder, Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith(folder) ? Files.size(file) : 0;
        } catch (IOException closedMeanwhile) {
            return 0;
        }
    }

    @Override
    public void close() {
        stopped = true;
        watch.interrupt();
    }
}
