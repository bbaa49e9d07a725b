package vn.ndxhub.sandbox.launch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.sandbox.world.World;

/** One demonstration from an empty folder to the verdict; the world is left running. */
final class DemoRun {

    /** The month of the printed report. */
    static final String MONTH = "2023-09";

    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final World world;
    private final DemoFeeds feeds;
    private final PrintWriter out;
    private final boolean terminal;

    DemoRun(World world, DemoFeeds feeds, PrintWriter out, boolean terminal) {
        this.world = world;
        this.feeds = feeds;
        this.out = out;
        this.terminal = terminal;
    }

    /** @throws IllegalStateException saying what did not start, or which source's items never arrived */
    Verdict run(Verdict.Judge judge) {
        say("Making the topics and registering the schemas");
        world.applyTopics();
        world.registerSchemas();
        try (DemoFeeds.Prepared prepared = feeds.prepare(world)) {
            say("Starting the hub");
            HubProcess hub = world.hub(HubOptions.named("hub-1").pulling(prepared.pagesUrl()));
            hub.start();
            HubApi api = new HubApi(hub.url());
            say("The national databases send");
            CompletableFuture<Map<String, Long>> sending = CompletableFuture.supplyAsync(prepared::send);
            await(api, hub, sending);
            say("Comparing the report of " + MONTH + " with the printed one");
            return settled(() -> judge.judge(api.report(MONTH), hub.url()));
        }
    }

    /** A figure may come a moment after the count of what was received: what differs is looked at again for a while. */
    private static Verdict settled(Supplier<Verdict> look) {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        Verdict verdict = look.get();
        while (!verdict.allEqual() && System.nanoTime() < deadline) {
            Pause.half();
            verdict = look.get();
        }
        return verdict;
    }

    private void await(HubApi api, HubProcess hub, CompletableFuture<Map<String, Long>> sending) {
        Arrival arrival = new Arrival(hub.log());
        ProgressLine progress = new ProgressLine(out, terminal);
        HubStatus status = HubStatus.NONE;
        while (!sending.isDone() || !arrival.isComplete(status, sent(sending))) {
            progress.show(status);
            arrival.demandProgress(status, sending.isDone() ? sent(sending) : Map.of());
            world.demandRunning();
            if (!hub.isRunning()) {
                throw new IllegalStateException("The hub has ended; its log is " + hub.log());
            }
            Pause.half();
            status = latest(api, status);
        }
        progress.end(status);
    }

    /** A hub that does not answer now and then changes nothing: if it never does again, the patience with it ends. */
    private static HubStatus latest(HubApi api, HubStatus last) {
        try {
            return api.status();
        } catch (IllegalStateException notNow) {
            return last;
        }
    }

    private static Map<String, Long> sent(CompletableFuture<Map<String, Long>> sending) {
        try {
            return sending.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The national databases could not send: " + e.getCause(), e);
        }
    }

    private void say(String what) {
        out.println(what);
        out.flush();
    }
}
