package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that we started, told by pid and start time from one that was given the same pid later. */
record OwnProcess(long pid, long started) {

    /** The system's clock may have been corrected since: it is part of how the start time is worked out. */
    private static final long TOLERANCE_MILLIS = 5_000;

    /** Places of the fields behind the name in /proc/PID/stat, see proc(5). */
    private static final int STATE = 0;

    private static final int THREADS = 17;

    static OwnProcess of(ProcessHandle handle) {
        return new OwnProcess(
                handle.pid(),
                handle.info().startInstant().orElseGet(Instant::now).toEpochMilli());
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** @return whether it has ended */
    boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Optional<ProcessHandle> handle = handle();
            if (handle.isEmpty()) {
                return true;
            }
            pause(handle.get());
        } while (System.nanoTime() < deadline);
        return !isAlive();
    }

    /** Sends a signal to the process alone. */
    void signal(String name) {
        handle().ifPresent(handle -> send(name, List.of(handle)));
    }

    /** Sends a signal to the process and all that it has started, itself first. */
    void signalAll(String name) {
        handle().ifPresent(handle -> send(
                name, Stream.concat(Stream.of(handle), handle.descendants()).toList()));
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        boolean sameStart = handle.info()
                .startInstant()
                .map(start -> Math.abs(start.toEpochMilli() - started) < TOLERANCE_MILLIS)
                .orElse(true);
        return sameStart && !isDefunct();
    }

    /**
     * Ended, but nobody has asked how: Java takes that for alive. As long as threads of it are left, its sockets are, too.
     */
    private boolean isDefunct() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    private static void pause(ProcessHandle handle) {
        try {
            handle.onExit().get(50, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            // the caller looks again
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for process " + handle.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for process " + handle.pid(), e);
        }
    }

    private static void send(String name, List<ProcessHandle> handles) {
        String pids =
                handles.stream().map(handle -> Long.toString(handle.pid())).collect(Collectors.joining(" "));
        // One that has just ended makes kill complain: that is what was wanted.
        Shell.run(List.of("/bin/sh", "-c", "kill -" + name + " " + pids + " 2>/dev/null || true"));
    }
}
