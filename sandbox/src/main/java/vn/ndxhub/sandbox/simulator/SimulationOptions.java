package vn.ndxhub.sandbox.simulator;

import java.nio.file.Path;

/**
 * Where to send, and what to leave behind.
 *
 * @param pageSize items on one page of a database that is pulled, or at most in one batch of one that pushes lists
 * @param inTransactions whether all that goes out at once is one transaction: dearer, but nothing is sent twice where a broker dies.
 *     An idempotent producer alone is not enough here: a broker that starts again forgets producers whose last record is older than a day,
 *     as all records are that bear a simulated time
 */
public record SimulationOptions(
        String bootstrapServers, String registryUrl, Path ledgerFolder, int pageSize, boolean inTransactions) {

    private static final int LARGE_PAGES = 500;

    public SimulationOptions(String bootstrapServers, String registryUrl, Path ledgerFolder) {
        this(bootstrapServers, registryUrl, ledgerFolder, LARGE_PAGES, false);
    }
}
