package vn.ndxhub.trials.cases;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ndxhub.trials.faults.FaultCase;

/** The list of faults: those that are tried, and those that cannot be yet. */
public final class Faults {

    /** Those that every test run tries. */
    private static final List<FaultCase> SELECTED = List.of(
            new HubKilled(),
            new RegistryAway(),
            new DatabaseAway(),
            new Poison(),
            new SentTwice(),
            new Shuffled(),
            new MonthEnds(),
            new LateForTheSeal(),
            new LogChanged(),
            new PagesBroken());

    private static final List<FaultCase> OTHERS = List.of(
            new KilledWhileRestoring(),
            new SchemaDenied(),
            new BrokersLost(),
            new BrokerAway(),
            new BrokerFrozen(),
            new DisksFull(),
            new TablesLocked(),
            new HubsComeAndGo(),
            new HubFrozen(),
            new ClocksWrong(),
            new SilentSource(),
            new SealsRace(),
            new SchemaEvolves(),
            new ForeignSchema(),
            new PartitionsAdded(),
            new FeedLost(),
            new StateLost(),
            new HangingTransaction(),
            new RejectsAway(),
            new OutOfMemory(),
            new ThreadDead(),
            new PowerLost(),
            new LogCut(),
            new Mix());

    private static final Map<String, String> NOT_YET = new TreeMap<>(Map.of(
            "F1 before the reply",
                    "a hub killed between the broker's acknowledgement and the HTTP reply: no HTTPS intake yet",
            "F3", "rolling restart of two hubs under HTTPS load: no HTTPS intake yet",
            "F11 over HTTPS", "duplicates across HTTPS and Kafka: no HTTPS intake yet",
            "F13", "requests around the size limits: no HTTPS intake yet",
            "F30", "certificate exchanged in mid-run: no HTTPS intake yet"));

    private Faults() {}

    public static List<FaultCase> all() {
        return Stream.concat(SELECTED.stream(), OTHERS.stream()).toList();
    }

    /** Those of {@link #all()} that a test run has the time for. */
    public static List<FaultCase> selected() {
        return SELECTED;
    }

    /** Faults on parts that do not exist, and why. */
    public static Map<String, String> notYet() {
        return NOT_YET;
    }
}
