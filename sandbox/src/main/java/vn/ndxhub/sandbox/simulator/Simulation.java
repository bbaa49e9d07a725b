package vn.ndxhub.sandbox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.PullPlan;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;

/** The seven national databases: prepared with their ledger written, then sending what is planned, in one go or bit by bit. */
public final class Simulation implements AutoCloseable {

    private final SimulationOptions options;
    private final Map<String, List<PlannedItem>> plan;
    private final Map<String, Integer> sent = new HashMap<>();
    private final SourceCatalog catalog = SourceCatalog.load();
    private final PageServer pages = new PageServer();

    private Simulation(SimulationOptions options, Map<String, List<PlannedItem>> plan) {
        this.options = options;
        this.plan = plan;
    }

    /** @param plan the items of each source in the order in which they are sent; all of it is in the ledger when this returns */
    public static Simulation prepare(SimulationOptions options, Map<String, List<PlannedItem>> plan) {
        try {
            Ledger.write(options.ledgerFolder(), plan);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written to " + options.ledgerFolder(), e);
        }
        return new Simulation(options, plan);
    }

    /** Where the pulled databases answer; nothing new there until something is sent. */
    public String pagesUrl() {
        return pages.url();
    }

    public PageServer pages() {
        return pages;
    }

    /** Sends everything and returns how many items each source has sent, those on pages included. */
    public Map<String, Long> run() {
        sendUpTo(1);
        Map<String, Long> counts = new LinkedHashMap<>();
        plan.forEach((source, items) -> counts.put(source, (long) items.size()));
        return counts;
    }

    /** Sends on until this share of each source's items is out, from 0 to 1; returns when the broker has taken all of it. */
    public void sendUpTo(double share) {
        try (HttpSchemaRegistry registry =
                        new HttpSchemaRegistry(RegistryConfig.at(URI.create(options.registryUrl())));
                FeedSender sender = new FeedSender(options.bootstrapServers(), registry)) {
            plan.forEach((source, items) -> {
                PullPlan pull = catalog.source(new SourceId(source)).delivery().pull();
                if (pull == null) {
                    sender.send(source, next(source, items, share));
                } else {
                    pages.publish(
                            pull.path(),
                            pull.cursorParameter(),
                            next(source + " pages", Batch.of(items, options.pageSize()), share));
                }
            });
            sender.finish();
        }
    }

    private <T> List<T> next(String what, List<T> all, double share) {
        int from = sent.getOrDefault(what, 0);
        int to = Math.max(from, (int) Math.min(all.size(), Math.ceil(all.size() * share)));
        sent.put(what, to);
        return all.subList(from, to);
    }

    @Override
    public void close() {
        pages.close();
    }
}
