package vn.ndxhub.sandbox.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ndxhub.connectors.catalog.SourceCatalog;

/**
 * August and September 2023, planned from a seed: levels stated for the end of July, then events, so that the figures of
 * the printed report come out. Who joined when, and which district or service it was, is invented.
 */
public final class Scenario {

    /** The seed of the demonstration. */
    public static final long DEMONSTRATION_SEED = 202_309;

    private final long seed;
    private final Scale scale;
    private final Lists lists;

    private Scenario(long seed, Scale scale, Lists lists) {
        this.seed = seed;
        this.scale = scale;
        this.lists = lists;
    }

    public static Scenario of(long seed, Scale scale) {
        return new Scenario(seed, scale, Lists.of(SourceCatalog.load(), LocalDate.of(2023, 8, 1)));
    }

    /** The items of each source in the order in which they are sent. */
    public Map<String, List<PlannedItem>> plan() {
        Map<String, List<PlannedItem>> plan = new LinkedHashMap<>();
        put(plan, new PopulationPlan(draft("population", "DC"), lists, scale).items());
        put(plan, new InsurancePlan(draft("insurance", "BH"), scale).items());
        put(plan, new CivilRegistryPlan(draft("civil-registry", "HT"), scale).items());
        put(plan, new LandPlan(draft("land", "DD"), lists, scale).items());
        put(plan, new EnterprisePlan(draft("enterprise", "DN"), lists, scale).items());
        put(plan, new CivilServantsPlan(draft("civil-servants", "CB"), lists, scale).items());
        put(plan, new NdxpPlan(draft("ndxp", "GD"), lists, scale).items());
        return plan;
    }

    private Draft draft(String source, String prefix) {
        return new Draft(source, prefix, seed, lists.provinces());
    }

    private void put(Map<String, List<PlannedItem>> plan, List<PlannedItem> items) {
        String source = items.get(0).source();
        List<PlannedItem> all = new ArrayList<>(Impurities.of(source, seed).into(items));
        all.sort(Comparator.comparingLong(item -> item.times().intake()));
        plan.put(source, all);
    }
}
