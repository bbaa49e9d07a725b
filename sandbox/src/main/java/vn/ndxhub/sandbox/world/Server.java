package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One program as a process of its own: started, it is ready or the start has failed with the end of its log; it outlives this JVM
 * and is found again through the run book. Its ports stay the same from start to start while nobody else has taken them.
 */
public abstract class Server implements AutoCloseable {

    private static final int TAIL_LINES = 40;

    private static volatile boolean ending;

    private final String name;
    private final Folders folders;
    private final RunBook book;
    private volatile @Nullable Long harmedAt;

    Server(String name, Folders folders, RunBook book) {
        this.name = name;
        this.folders = folders;
        this.book = book;
    }

    /** Makes what must be there before the first start, e.g. a formatted data folder; does nothing the next time. */
    abstract void prepare();

    abstract int portsNeeded();

    abstract List<String> command();

    Map<String, String> environment() {
        return Map.of();
    }

    /** Whether it answers, and whether it is our process that does. */
    abstract boolean answers();

    String stopSignal() {
        return "TERM";
    }

    Duration patience() {
        return Duration.ofSeconds(90);
    }

    /**
     * Starts it and waits until it is healthy; does nothing if it runs already.
     *
     * @throws IllegalStateException with the end of its log if it ends or does not get healthy in time
     */
    public final synchronized void start() {
        if (!isRunning()) {
            awaitHealth(spawned());
        }
    }

    /** Starts it and does not wait: whoever wants to may end it before it is healthy. */
    public final synchronized void launch() {
        if (!isRunning()) {
            spawned();
        }
    }

    /** What every server of a world is made with. */
    record Place(Installation installation, Folders folders, RunBook book) {}

    /** From now on this program starts nothing: it is ending, while some thread of it may not know yet. */
    static void startNothingMore() {
        ending = true;
    }

    private OwnProcess spawned() {
        if (ending) {
            throw new IllegalStateException(name + " is not started: this program is ending");
        }
        takePorts();
        prepare();
        OwnProcess process = spawn();
        book.started(name, process, ports());
        return process;
    }

    /** Takes ports unless it has some that it can use; does nothing while it runs. */
    final synchronized void takePorts() {
        if (!isRunning() && !hasUsablePorts()) {
            book.started(name, new OwnProcess(0, 0), Ports.free(portsNeeded()));
        }
    }

    /** Asks it to end and waits; one that does not listen is killed. */
    public final synchronized void stop() {
        end(stopSignal());
    }

    final synchronized void end(String signal) {
        book.running(name).ifPresent(process -> {
            process.signalAll("CONT");
            process.signal(signal);
            if (!process.awaitEnd(Duration.ofSeconds(30))) {
                kill(process);
            }
        });
        book.ended(name);
    }

    /** Ends it at once, as a power failure would (SIGKILL). */
    public final synchronized void kill() {
        harmedAt = System.nanoTime();
        book.running(name).ifPresent(Server::kill);
        book.ended(name);
    }

    /** Freezes it: connections stay open, and nothing answers (SIGSTOP). */
    public final void pause() {
        harmedAt = System.nanoTime();
        book.running(name).ifPresent(process -> process.signalAll("STOP"));
    }

    /** Lets it go on after {@link #pause()}. */
    public final void resume() {
        harmedAt = System.nanoTime();
        book.running(name).ifPresent(process -> process.signalAll("CONT"));
    }

    /** How long ago this object has last killed it, frozen it or let it go on; empty if it never has. */
    public final Optional<Duration> sinceHarm() {
        Long at = harmedAt;
        return at == null ? Optional.empty() : Optional.of(Duration.ofNanos(System.nanoTime() - at));
    }

    public final boolean isRunning() {
        return book.running(name).isPresent();
    }

    public final boolean isHealthy() {
        return isRunning() && answers();
    }

    public final String name() {
        return name;
    }

    /** @throws IllegalStateException if it does not run */
    public final long pid() {
        return book.running(name)
                .map(OwnProcess::pid)
                .orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    public final Path log() {
        return folders.log(name);
    }

    @Override
    public void close() {
        stop();
    }

    final Folders folders() {
        return folders;
    }

    final int port() {
        return ports().getFirst();
    }

    final List<Integer> ports() {
        return book.ports(name);
    }

    /** One that was killed a moment ago may still hold them; its clients know them, so that they are worth waiting for. */
    private boolean hasUsablePorts() {
        List<Integer> ports = ports();
        if (ports.size() != portsNeeded()) {
            return false;
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!Ports.areFree(ports)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return true;
    }

    private OwnProcess spawn() {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(command());
        try {
            Files.writeString(
                    log(),
                    "--- started " + LocalDateTime.now().withNano(0) + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folders.run().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment());
            return OwnProcess.of(builder.start().toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name + " with " + command.getFirst(), e);
        }
    }

    private void awaitHealth(OwnProcess process) {
        long deadline = System.nanoTime() + patience().toNanos();
        while (!answers()) {
            if (process.awaitEnd(Duration.ofMillis(100))) {
                book.ended(name);
                throw new IllegalStateException(name + " ended while it started." + tail());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new IllegalStateException(
                        name + " was not ready within " + patience().toSeconds() + " s and was stopped." + tail());
            }
        }
    }

    private static void kill(OwnProcess process) {
        process.signalAll("KILL");
        if (!process.awaitEnd(Duration.ofSeconds(10))) {
            throw new IllegalStateException("Process " + process.pid() + " cannot be ended");
        }
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return " The end of " + log() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return " Its log " + log() + " cannot be read.";
        }
    }
}
