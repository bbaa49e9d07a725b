package vn.ndxhub.trials.cases;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F26: a producer of an agency begins a transaction on its feed and never ends it: nothing behind it is shown to anybody. */
final class HangingTransaction implements FaultCase {

    private static final String FEED = "feed.insurance";
    private static final String NAME = "an-agency";
    private static final String AGE = "hub_open_transaction_seconds{topic=\"" + FEED + "\"}";
    private static final int PARTITIONS = 4;

    private static Producer<byte[], byte[]> producer(Trial trial) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        trial.world().bootstrapServers(),
                        "transactional.id",
                        NAME,
                        "transaction.timeout.ms",
                        900_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public String id() {
        return "F26";
    }

    @Override
    public String what() {
        return "an agency's producer leaves a transaction open on its feed: the hub says so, and goes on once it is ended";
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.3);
        try (Producer<byte[], byte[]> producer = producer(trial)) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(FEED, partition, null, new byte[] {'?'}));
            }
            producer.flush();
            trial.note("a transaction is open on every partition of " + FEED);
            trial.sendUpTo(1);
            trial.demand(
                    Oracle.O9_BOUNDED,
                    "a hub says what holds " + FEED + " up",
                    () -> trial.hubs().stream().anyMatch(hub -> Health.of(hub).contains("transaction " + FEED)));
            trial.demand(
                    Oracle.O9_BOUNDED,
                    "its age can be alerted on",
                    () -> trial.hubs().stream().anyMatch(hub -> Health.metric(hub, AGE) > 0));
            new Brokerage(trial.world().bootstrapServers()).endTransactions(NAME);
            trial.note("the operator has ended it");
        }
        trial.demand(
                Oracle.O9_BOUNDED,
                "no hub speaks of it any more",
                () -> trial.hubs().stream().noneMatch(hub -> Health.of(hub).contains("transaction " + FEED)));
        trial.settle();
    }
}
