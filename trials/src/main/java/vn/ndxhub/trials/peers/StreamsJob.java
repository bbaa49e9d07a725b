package vn.ndxhub.trials.peers;

import java.nio.ByteBuffer;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams as its documentation would have it: identities in a default store with its changelog, exactly once, one
 * repartition to the cells. The feed is keyed by the event's id, so that copies meet without a repartition before.
 */
public final class StreamsJob {

    private static final String SEEN = "seen";

    private StreamsJob() {}

    public static void main(String[] arguments) {
        PeerMain told = PeerMain.of(arguments);
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SEEN), Serdes.Bytes(), Serdes.ByteArray()));
        builder.stream(told.feed(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .processValues(FirstOnly::new, SEEN)
                .groupBy((key, account) -> account.cell(), Grouped.with("by-cell", Serdes.String(), new AccountSerde()))
                .aggregate(
                        () -> new byte[16],
                        (cell, account, before) -> Account.added(before, account.high()),
                        Materialized.<String, byte[], KeyValueStore<Bytes, byte[]>>as("counts")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.ByteArray()))
                .toStream()
                .to(told.run(), Produced.with(Serdes.String(), Serdes.ByteArray()));
        new KafkaStreams(builder.build(), settings(told)).start();
    }

    private static Properties settings(PeerMain told) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, told.run());
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, told.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, told.state().toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L << 20);
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        settings.put(StreamsConfig.producerPrefix("linger.ms"), 20);
        settings.put(StreamsConfig.producerPrefix("batch.size"), 128 << 10);
        settings.put(StreamsConfig.consumerPrefix("max.poll.records"), 5_000);
        settings.put(StreamsConfig.consumerPrefix("max.partition.fetch.bytes"), 4 << 20);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    /** Lets an account through when it comes for the first time. */
    private static final class FirstOnly implements FixedKeyProcessor<byte[], byte[], Account> {

        private static final AtomicBoolean BEGUN = new AtomicBoolean();
        private static final byte[] MARK = {1};

        private @org.jspecify.annotations.Nullable FixedKeyProcessorContext<byte[], Account> context;
        private @org.jspecify.annotations.Nullable KeyValueStore<Bytes, byte[]> seen;

        @Override
        public void init(FixedKeyProcessorContext<byte[], Account> given) {
            context = given;
            seen = given.getStateStore(SEEN);
        }

        @Override
        public void process(FixedKeyRecord<byte[], byte[]> record) {
            if (BEGUN.compareAndSet(false, true)) {
                PeerMain.sayFirst();
            }
            Account account = Account.read(record.value());
            if (seen != null && context != null && seen.putIfAbsent(Bytes.wrap(account.identity()), MARK) == null) {
                context.forward(record.withValue(account));
            }
        }
    }

    /** Only what the count needs crosses the repartition. */
    private static final class AccountSerde extends Serdes.WrapperSerde<Account> {

        AccountSerde() {
            super(
                    (topic, account) ->
                            ByteBuffer.allocate(8).putLong(account.high()).array(),
                    (topic, bytes) -> new Account("", ByteBuffer.wrap(bytes).getLong(), 0));
        }
    }
}
