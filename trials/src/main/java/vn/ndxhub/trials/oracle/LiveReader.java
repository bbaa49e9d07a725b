package vn.ndxhub.trials.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.ndxhub.sandbox.ledger.Answer;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.world.World;

/** O6: reads along while things go wrong; what has been counted never becomes less, and never more than the ledger has. */
public final class LiveReader implements AutoCloseable {

    private static final long PAUSE_MILLIS = 300;

    /** All cells are a thousand times as much as the sums: they are read less often. */
    private static final int CELLS_EVERY = 5;

    private final Growth growth;
    private final CellGrowth cells;
    private final World world;
    private final Supplier<List<String>> hubUrls;
    private final List<String> findings = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader = Thread.ofVirtual().unstarted(this::read);
    private volatile boolean stopped;
    private volatile long readings;

    /** @param hubUrls of the hubs that run, asked anew each time */
    public LiveReader(World world, Path ledger, Supplier<List<String>> hubUrls) throws IOException {
        Answer truth = Ledger.answer(ledger);
        this.growth = new Growth(truth);
        this.cells = new CellGrowth(truth);
        this.world = world;
        this.hubUrls = hubUrls;
        reader.start();
    }

    /** How often a hub has answered. */
    public long readings() {
        return readings;
    }

    /** What was seen that may not be. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    private void read() {
        while (!stopped) {
            for (String url : hubUrls.get()) {
                try {
                    Observed shown = new Observed(url, world.operatorToken());
                    findings.addAll(growth.judge(shown.intake()));
                    if (readings++ % CELLS_EVERY == 0) {
                        findings.addAll(cells.judge(shown.cells()));
                    }
                } catch (IOException | RuntimeException away) {
                    // It is what the faults are about that hubs come and go.
                } catch (InterruptedException e) {
                    return;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
