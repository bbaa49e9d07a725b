package vn.ndxhub.sandbox.simulator;

import java.nio.file.Path;
import vn.ndxhub.sandbox.scenario.Scale;

/** Where to send, what to leave behind, and from which seed. */
public record SimulationOptions(
        String bootstrapServers, String registryUrl, Path ledgerFolder, long seed, Scale scale) {

    /** The seed of the demonstration. */
    public static final long DEFAULT_SEED = 202_309;
}
