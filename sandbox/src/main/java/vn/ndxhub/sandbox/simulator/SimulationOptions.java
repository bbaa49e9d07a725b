package vn.ndxhub.sandbox.simulator;

import java.nio.file.Path;

/**
 * Where to send, and what to leave behind.
 *
 * @param pageSize items on one page of a database that is pulled, or at most in one batch of one that pushes lists
 */
public record SimulationOptions(String bootstrapServers, String registryUrl, Path ledgerFolder, int pageSize) {

    private static final int LARGE_PAGES = 500;

    public SimulationOptions(String bootstrapServers, String registryUrl, Path ledgerFolder) {
        this(bootstrapServers, registryUrl, ledgerFolder, LARGE_PAGES);
    }
}
