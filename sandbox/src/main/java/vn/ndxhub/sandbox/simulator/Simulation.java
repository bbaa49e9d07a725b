package vn.ndxhub.sandbox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.PullPlan;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.sandbox.ledger.Ledger;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;

/** The seven national databases: prepared with their ledger written and their pages up, then run once. */
public final class Simulation implements AutoCloseable {

    private static final int PAGE = 500;

    private final SimulationOptions options;
    private final Map<String, List<PlannedItem>> plan;
    private final PageServer pages;

    private Simulation(SimulationOptions options, Map<String, List<PlannedItem>> plan, PageServer pages) {
        this.options = options;
        this.plan = plan;
        this.pages = pages;
    }

    public static Simulation prepare(SimulationOptions options) {
        Map<String, List<PlannedItem>> plan =
                Scenario.of(options.seed(), options.scale()).plan();
        try {
            Ledger.write(options.ledgerFolder(), plan);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written to " + options.ledgerFolder(), e);
        }
        return new Simulation(options, plan, new PageServer());
    }

    /** Where the pulled databases answer; nothing new there until the simulation runs. */
    public String pagesUrl() {
        return pages.url();
    }

    public PageServer pages() {
        return pages;
    }

    /** Sends everything and returns how many items each source has sent, those on pages included. */
    public Map<String, Long> run() {
        SourceCatalog catalog = SourceCatalog.load();
        Map<String, Long> sent = new LinkedHashMap<>();
        try (HttpSchemaRegistry registry =
                        new HttpSchemaRegistry(RegistryConfig.at(URI.create(options.registryUrl())));
                FeedSender sender = new FeedSender(options.bootstrapServers(), registry)) {
            plan.forEach((source, items) -> {
                PullPlan pull = catalog.source(new SourceId(source)).delivery().pull();
                if (pull == null) {
                    sender.send(source, items);
                } else {
                    pages.publish(pull.path(), pull.cursorParameter(), Batch.of(items, PAGE));
                }
                sent.put(source, (long) items.size());
            });
            sender.finish();
        }
        return sent;
    }

    @Override
    public void close() {
        pages.close();
    }
}
