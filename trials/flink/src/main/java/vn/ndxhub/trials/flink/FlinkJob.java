package vn.ndxhub.trials.flink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.ndxhub.trials.peers.PeerMain;

/**
 * Flink as its documentation would tune it: keys of sixteen bytes, a Bloom filter before RocksDB, incremental checkpoints, objects
 * used again, exactly once from the feed to the output. {@code -Dstate=rocksdb|hashmap} chooses where the state is.
 */
public final class FlinkJob {

    private static final int PARALLELISM = 2;
    private static final long CHECKPOINT_MILLIS = 5_000;

    /** An event: both halves of its identity, and its cell. */
    static final TypeInformation<Tuple3<Long, Long, String>> EVENT = Types.TUPLE(Types.LONG, Types.LONG, Types.STRING);

    /** A cell with its count and digest, sixteen bytes. */
    static final TypeInformation<Tuple2<String, byte[]>> COUNTED =
            Types.TUPLE(Types.STRING, Types.PRIMITIVE_ARRAY(Types.BYTE));

    private FlinkJob() {}

    public static void main(String[] arguments) throws Exception {
        PeerMain told = PeerMain.of(arguments);
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, configuration(told));
        flink.enableCheckpointing(CHECKPOINT_MILLIS);
        flink.getConfig().enableObjectReuse();
        flink.fromSource(source(told), WatermarkStrategy.noWatermarks(), "feed", EVENT)
                .keyBy(event -> Tuple2.of(event.f0, event.f1), Types.TUPLE(Types.LONG, Types.LONG))
                .process(new FirstOnly())
                .returns(EVENT)
                .keyBy(event -> event.f2, Types.STRING)
                .process(new Counting())
                .returns(COUNTED)
                .sinkTo(sink(told));
        flink.execute(told.run());
    }

    private static Configuration configuration(PeerMain told) {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, System.getProperty("state", "rocksdb"));
        configuration.setString("state.backend.rocksdb.use-bloom-filter", "true");
        configuration.setString("state.backend.rocksdb.predefined-options", "FLASH_SSD_OPTIMIZED");
        configuration.setString(
                "state.backend.rocksdb.localdir",
                told.state().resolve("rocksdb").toString());
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                told.state().resolve("checkpoints").toUri().toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        return configuration;
    }

    private static KafkaSource<Tuple3<Long, Long, String>> source(PeerMain told) {
        return KafkaSource.<Tuple3<Long, Long, String>>builder()
                .setBootstrapServers(told.bootstrapServers())
                .setTopics(told.feed())
                .setGroupId(told.run())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty("max.poll.records", "5000")
                .setProperty("max.partition.fetch.bytes", Integer.toString(4 << 20))
                .setValueOnlyDeserializer(new AccountSchema())
                .build();
    }

    private static KafkaSink<Tuple2<String, byte[]>> sink(PeerMain told) {
        Properties producer = new Properties();
        producer.setProperty("compression.type", "lz4");
        producer.setProperty("linger.ms", "20");
        producer.setProperty("transaction.timeout.ms", "600000");
        String output = told.run();
        return KafkaSink.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(told.bootstrapServers())
                .setKafkaProducerConfig(producer)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(told.run())
                .setRecordSerializer((KafkaRecordSerializationSchema<Tuple2<String, byte[]>>) (counted, context, now) ->
                        new ProducerRecord<>(output, counted.f0.getBytes(StandardCharsets.UTF_8), counted.f1))
                .build();
    }

    /** Count and digest as the output has them. */
    static byte[] value(long count, long digest) {
        return ByteBuffer.allocate(16).putLong(count).putLong(digest).array();
    }
}
