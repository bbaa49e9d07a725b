package vn.ndxhub.trials.oracle;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import vn.ndxhub.sandbox.world.World;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;

/** The consolidated monthly counters where others find them, by {@code indicator|month|dimensions}; the hub's own left out. */
final class MonthlyCounters {

    private static final String OWN = "intake-";

    private MonthlyCounters() {}

    /** The newest of each key on the topic. */
    static Map<String, String> onTheirTopic(World world) {
        Map<String, String> counters = new TreeMap<>();
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            ContractReader reader = new ContractReader(registry, HubTopic.MONTHLY_COUNTERS.contracts());
            TopicContent.read(world.bootstrapServers(), HubTopic.MONTHLY_COUNTERS.topic(), record -> {
                if (record.value() != null
                        && reader.read(record.value()) instanceof MonthlyCounter counter
                        && !counter.getIndicator().startsWith(OWN)) {
                    counters.put(
                            counter.getIndicator() + "|" + counter.getMonth() + "|"
                                    + Judgement.text(counter.getDimensions()),
                            Judgement.text(whole(counter.getValue()), counter.getCount(), counter.getDigest()));
                }
            });
        }
        return counters;
    }

    private static BigInteger whole(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return new BigInteger(bytes);
    }

    /** The rows of the database. */
    static Map<String, String> inTheDatabase(World world) throws SQLException {
        Map<String, String> counters = new TreeMap<>();
        try (Connection connection = world.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT indicator, to_char(month, 'YYYY-MM'), dimensions,"
                        + " value, count, digest FROM monthly_counter WHERE indicator NOT LIKE '" + OWN + "%'")) {
            while (rows.next()) {
                counters.put(
                        rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getString(3),
                        Judgement.text(rows.getBigDecimal(4).toBigIntegerExact(), rows.getLong(5), rows.getLong(6)));
            }
        }
        return counters;
    }
}
