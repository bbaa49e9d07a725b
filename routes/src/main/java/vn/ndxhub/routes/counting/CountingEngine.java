package vn.ndxhub.routes.counting;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.LogBroken;
import vn.ndxhub.routes.batch.LogKeys;

/** Runs the counting topology of one source: exactly once, and with a thread that fails replaced by a new one after a pause. */
public final class CountingEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CountingEngine.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final SourceLog log;
    private final KafkaStreams streams;
    private volatile @Nullable String alarm;
    private volatile @Nullable String left;
    private final PauseAfterFailure pause = new PauseAfterFailure(System::nanoTime);

    /**
     * How to run.
     *
     * @param applicationId what the application ids of all sources begin with
     * @param threads that count one source, at most one for each partition of its log
     * @param commitInterval how often counts become visible: shorter is fresher, longer is cheaper
     * @param cacheBytes for blocks and write buffers of all stores of the process; that of the first engine holds
     */
    public record Settings(
            String applicationId, String stateFolder, int threads, Duration commitInterval, long cacheBytes) {

        /** The application id, and consumer group, of one event log: what is kept of another has another. */
        public String applicationId(SourceLog log) {
            return log.named(applicationId);
        }
    }

    public CountingEngine(KafkaSettings kafka, Settings settings, SourceLog log, CountingTopology counting) {
        this.log = log;
        Properties properties = properties(kafka, settings, log);
        Topology topology = counting.addTo(new Topology(new TopologyConfig(new StreamsConfig(properties))));
        this.streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(failure -> {
            FatalErrors.passOn(failure);
            LOG.atWarn()
                    .addKeyValue(LogKeys.SOURCE, log.source())
                    .addKeyValue(LogKeys.TOPIC, log.events())
                    .addKeyValue(LogKeys.GROUP, settings.applicationId(log))
                    .addKeyValue(LogKeys.REASON, failure.getClass().getSimpleName())
                    .log("A counting thread fails with {}", failure.toString());
            alarm = broken(failure);
            left = lacking(failure);
            if (alarm != null || left != null) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
            return pause.isOver(failure.getClass().getSimpleName())
                    ? StreamThreadExceptionResponse.REPLACE_THREAD
                    : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    private static @Nullable String broken(Throwable failure) {
        LogBroken known = LogBroken.behind(failure);
        return known == null ? LostEnd.in(failure) : known.getMessage();
    }

    public void start() {
        streams.start();
    }

    /** Whether all threads run and all partitions are read back. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** The state in the words of Kafka Streams. */
    public String state() {
        return streams.state().name();
    }

    /** Why it counts no more and must not be tried again; null while there is no such reason. */
    public @Nullable String alarm() {
        return alarm;
    }

    /** What this hub lacks to count on, so that it has left its partitions to others; null if it lacks nothing. */
    public @Nullable String left() {
        return left;
    }

    private static @Nullable String lacking(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Indicators.UnknownDefinition unknown) {
                return unknown.getMessage();
            }
        }
        return null;
    }

    /** What counting fails with; null while it does not. */
    public @Nullable String failure() {
        return pause.failure();
    }

    /** Whether it counts no more, and never will. */
    public boolean hasEnded() {
        return streams.state().hasCompletedShutdown() || streams.state() == KafkaStreams.State.PENDING_ERROR;
    }

    /** Records of the log not yet counted, over the partitions of this process; while partitions are read back, what is left of that, too. */
    public long lag() {
        Set<String> counting = streams.metadataForLocalThreads().stream()
                .map(ThreadMetadata::consumerClientId)
                .collect(Collectors.toSet());
        return LogLag.of(log.events(), streams.metrics().values(), counting, !isRunning());
    }

    @Override
    public void close() {
        pause.end();
        streams.close(CLOSE);
    }

    private static Properties properties(KafkaSettings kafka, Settings settings, SourceLog log) {
        Map<String, Object> all = new HashMap<>(kafka.common());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId(log));
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateFolder());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, Math.min(settings.threads(), log.partitions()));
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        // A task that fails, or a process that is killed, keeps its stores: only what was not committed is read again.
        all.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        all.put(RocksDbMemory.CACHE_BYTES, Long.toString(settings.cacheBytes()));
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 0);
        // As all topics of the hub: a broker would refuse what a clock that is ahead has stamped.
        all.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "LogAppendTime");
        // A task is placed at once on whoever is alive: the identity index is read from the log wherever it goes.
        all.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Where there is no position, or none in the log, nobody may guess one: see StartOfCounting and LostEnd.
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "none");
        // A record holds up to 256 events: some ten megabytes of them in hand at most.
        all.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 64);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 128);
        // A hub has an engine for each source, most of them idle most of the time: that many questions are asked for
        // nothing.
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 1_000);
        all.put(
                StreamsConfig.POLL_MS_CONFIG,
                Math.max(1, settings.commitInterval().toMillis() / 2));
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 8_000);
        all.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // What a hub that was killed had begun holds its partitions up until then: a commit takes a second at most.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }
}
