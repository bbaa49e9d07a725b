package vn.ndxhub.trials.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** From the moment an event is sent to the moment at which the database has counted it, at a steady rate. */
final class Latency {

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final long TICK_MILLIS = 10;
    private static final long LOOK_MILLIS = 10;

    private static final Load LOAD = new InsuranceLoad();

    private final World world;
    private final long perSecond;

    Latency(World world, long perSecond) {
        this.world = world;
        this.perSecond = perSecond;
    }

    /** How many events were sent, or counted, by when. */
    private record Mark(long count, long nanos) {}

    /** One run of the hub with this commit interval, from nothing. */
    Delay measure(Duration commitInterval) throws Exception {
        try (Watch watch = new Watch(world);
                Figures figures = new Figures(world, LOAD)) {
            Slate.wipe(world, watch.admin(), Slate.HUB.or(LOAD.feed()::equals));
            figures.clear();
            HubProcess hub = world.hub(
                    HubOptions.named("hub-1").with("HUB_COUNTING_COMMIT_INTERVAL", commitInterval.toMillis() + "ms"));
            try {
                hub.start();
                return measured(figures, watch, ProcessHandle.of(hub.pid()).orElseThrow(), commitInterval);
            } finally {
                hub.kill();
            }
        }
    }

    private Delay measured(Figures figures, Watch watch, ProcessHandle process, Duration commitInterval)
            throws Exception {
        List<Mark> sent = new ArrayList<>();
        List<Mark> shown = new ArrayList<>();
        long ticks = WARM_UP.plus(MEASURED).toMillis() / TICK_MILLIS;
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(ticks, sent));
        TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
        Outcome.Cpu before = watch.cpu(List.of(process));
        long from = figures.received();
        while (!sending.isDone() || figures.received() < sent.getLast().count) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            shown.add(new Mark(figures.received(), System.nanoTime()));
        }
        sending.join();
        Outcome.Cpu cpu = watch.cpu(List.of(process)).minus(before);
        long events = sent.getLast().count - from;
        List<Mark> counted = sent.subList((int) (WARM_UP.toMillis() / TICK_MILLIS), sent.size());
        return Delay.of(commitInterval, perSecond, delays(counted, shown), cpu.own() / (double) events / 1_000);
    }

    private void send(long ticks, List<Mark> sent) {
        try (Producer<byte[], byte[]> producer = Load.producer(world.bootstrapServers(), 1)) {
            long began = System.nanoTime();
            long count = 0;
            for (long tick = 1; tick <= ticks; tick++) {
                for (long upTo = perSecond * TICK_MILLIS * tick / 1_000; count < upTo; count++) {
                    producer.send(InsuranceLoad.next(count));
                }
                synchronized (sent) {
                    sent.add(new Mark(count, System.nanoTime()));
                }
                long rest = began + TimeUnit.MILLISECONDS.toNanos(tick * TICK_MILLIS) - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, rest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nanoseconds until as many were shown as had been sent by then. */
    private static long[] delays(List<Mark> sent, List<Mark> shown) {
        long[] delays = new long[sent.size()];
        int at = 0;
        for (int i = 0; i < delays.length; i++) {
            while (shown.get(at).count < sent.get(i).count) {
                at++;
            }
            delays[i] = Math.max(0, shown.get(at).nanos - sent.get(i).nanos);
        }
        return delays;
    }
}
