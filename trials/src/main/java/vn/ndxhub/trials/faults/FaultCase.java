package vn.ndxhub.trials.faults;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;

/** One fault of the list: what is sent, and what goes wrong meanwhile. A case adds itself to the list and nothing else. */
public interface FaultCase {

    /** As in the list, e.g. {@code F7}. */
    String id();

    /** In one line, for the table. */
    String what();

    /** What the databases send, in order; written into the ledger before anything is sent. */
    default Map<String, List<PlannedItem>> plan(long seed) {
        return Scenario.of(seed, new Scale(0.02)).plan();
    }

    /** Registers what others than the hub have registered, before anything is planned: the ledger has the ids in its hashes. */
    default void register(HttpSchemaRegistry registry) {}

    /** What is set differently in the hubs. */
    default HubOptions options(HubOptions usual) {
        return usual;
    }

    /**
     * Makes what must be there before broker and database start.
     *
     * @param folder in which all of them keep their data, below {@code var/data}
     * @return closed when all of them have ended
     * @throws CannotBeTried where this machine lacks what the case needs
     */
    default Closeable prepare(Path folder) throws CannotBeTried, IOException {
        return () -> {};
    }

    /** How many brokers it wants: one, or three. */
    default int brokers() {
        return 1;
    }

    /** Whether a broker dies while something is sent: each item must lie in its feed once all the same. */
    default boolean killsBrokers() {
        return false;
    }

    /** How many hubs share the work. */
    default int hubs() {
        return 2;
    }

    /** Whether the hubs run before the case begins. */
    default boolean startsHubs() {
        return true;
    }

    /** Sends, disturbs, and has it judged; everything random comes from the trial. */
    void run(Trial trial) throws Exception;
}
