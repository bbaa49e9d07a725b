package vn.ndxhub.sandbox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, List<Delivery>> deliveries;
    private final Map<String, Integer> sent = new HashMap<>();
    private final SourceCatalog catalog;
    private final HttpSchemaRegistry registry;
    private final PageServer pages = new PageServer();
    private volatile @Nullable FeedSender sender;

    private Simulation(
            SimulationOptions options,
            SourceCatalog catalog,
            HttpSchemaRegistry registry,
            Map<String, List<Delivery>> deliveries) {
        this.options = options;
        this.catalog = catalog;
        this.registry = registry;
        this.deliveries = deliveries;
    }

    /** @param plan the items of each source in the order in which they are sent; all of it is in the ledger when this returns */
    public static Simulation prepare(SimulationOptions options, Map<String, List<PlannedItem>> plan) {
        // Kept: whoever sends while the registry is away knows the ids of before.
        HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(options.registryUrl())));
        SourceCatalog catalog = SourceCatalog.load();
        Deliveries forms = new Deliveries(registry, options.pageSize());
        Map<String, List<Delivery>> deliveries = new LinkedHashMap<>();
        plan.forEach((source, items) -> deliveries.put(
                source, pull(catalog, source) == null ? forms.pushed(source, items) : forms.pages(items)));
        try {
            Ledger.write(
                    options.ledgerFolder(),
                    deliveries.values().stream().flatMap(List::stream).flatMap(Delivery::lines));
        } catch (IOException e) {
            registry.close();
            throw new UncheckedIOException("The ledger cannot be written to " + options.ledgerFolder(), e);
        }
        return new Simulation(options, catalog, registry, deliveries);
    }

    private static @Nullable PullPlan pull(SourceCatalog catalog, String source) {
        return catalog.source(new SourceId(source)).delivery().pull();
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
        deliveries.forEach((source, all) -> counts.put(
                source,
                all.stream().mapToLong(each -> each.batch().items().size()).sum()));
        return counts;
    }

    /**
     * Sends on until this share of what each source sends is out, from 0 to 1; returns when the broker has taken all of it, however long
     * that is away meanwhile.
     */
    public synchronized void sendUpTo(double share) {
        FeedSender feeds = feeds();
        deliveries.forEach((source, all) -> {
            PullPlan pull = pull(catalog, source);
            List<Delivery> next = next(source, all, share);
            if (pull == null) {
                feeds.send(source, next);
            } else {
                pages.publish(
                        pull.path(),
                        pull.cursorParameter(),
                        next.stream().map(Delivery::batch).toList());
            }
        });
        feeds.finish();
    }

    private FeedSender feeds() {
        FeedSender open = sender;
        if (open == null) {
            open = new FeedSender(options.bootstrapServers(), options.inTransactions());
            sender = open;
        }
        return open;
    }

    private List<Delivery> next(String source, List<Delivery> all, double share) {
        int from = sent.getOrDefault(source, 0);
        int to = Math.max(from, (int) Math.min(all.size(), Math.ceil(all.size() * share)));
        sent.put(source, to);
        return all.subList(from, to);
    }

    /** Also while somebody sends: that ends with a failure then. */
    @Override
    public void close() {
        FeedSender open = sender;
        if (open != null) {
            open.close();
        }
        pages.close();
        registry.close();
    }
}
