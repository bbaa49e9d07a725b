package vn.ndxhub.routes.batch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Processor;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Reads one topic for one route on a thread of its own. What fails is read again after a pause; what would skip records
 * stops the reader until an operator decides, and shows in its state.
 */
final class BatchConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(BatchConsumer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(20);
    /** Most topics are quiet most of the time, and there are three of each source. */
    private static final ThreadPoolProfile ONE_WHILE_THERE_IS_WORK = new ThreadPoolProfileBuilder("work")
            .poolSize(1)
            .maxPoolSize(1)
            .keepAliveTime(10L, TimeUnit.SECONDS)
            .allowCoreThreadTimeOut(true)
            .build();

    private final KafkaSettings settings;
    private final StartPositions starts;
    private final BatchComponent.Reading reading;
    private final BatchState state;
    private final Backoff backoff = new Backoff();
    private @Nullable ExecutorService reader;
    private @Nullable ExecutorService worker;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> open;

    BatchConsumer(
            BatchEndpoint endpoint,
            Processor processor,
            KafkaSettings settings,
            StartPositions starts,
            BatchComponent.Reading reading,
            BatchState state) {
        super(endpoint, processor);
        this.settings = settings;
        this.starts = starts;
        this.reading = reading;
        this.state = state;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var threads = getEndpoint().getCamelContext().getExecutorServiceManager();
        ExecutorService work = threads.newThreadPool(this, "work-" + reading.topic(), ONE_WHILE_THERE_IS_WORK);
        ExecutorService read = threads.newSingleThreadExecutor(this, "read-" + reading.topic());
        worker = work;
        reader = read;
        read.execute(() -> run(work));
    }

    @Override
    protected void doStop() throws Exception {
        KafkaConsumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        ExecutorService read = reader;
        ExecutorService work = worker;
        if (read != null && work != null) {
            read.shutdown();
            if (!read.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                read.shutdownNow();
            }
            work.shutdownNow();
        }
        super.doStop();
    }

    private void run(ExecutorService work) {
        while (isRunAllowed()) {
            try {
                readUntilStopped(work);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("Reading of {} is asked to stop", reading.topic());
            } catch (RuntimeException e) {
                note(e);
            }
        }
    }

    private void note(RuntimeException failure) {
        FatalErrors.rethrow(failure);
        LogBroken broken = LogBroken.behind(failure);
        if (broken != null) {
            state.breaks(String.valueOf(broken.getMessage()));
            say(LOG.atError(), broken).log("Reading of {} has stopped: {}", reading.topic(), broken.getMessage());
            awaitAcceptance();
        } else {
            state.fails(failure.getClass().getSimpleName());
            say(LOG.atWarn(), failure)
                    .log("Reading of {} fails with {}; it starts again", reading.topic(), failure.toString());
            pause();
        }
    }

    // No failure goes on by itself from here: only that an operator accepts the topic as it is now.
    private void awaitAcceptance() {
        Optional<AcceptedTopic> refused = starts.accepted(reading.topic());
        while (isRunAllowed() && starts.accepted(reading.topic()).equals(refused)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        if (isRunAllowed()) {
            LOG.info("Reading of {} goes on: an operator has accepted the topic", reading.topic());
            state.mends();
        }
    }

    private LoggingEventBuilder say(LoggingEventBuilder line, RuntimeException failure) {
        return line.addKeyValue(LogKeys.ROUTE, getRouteId())
                .addKeyValue(LogKeys.TOPIC, reading.topic())
                .addKeyValue(LogKeys.GROUP, reading.group())
                .addKeyValue(LogKeys.REASON, failure.getClass().getSimpleName());
    }

    private void readUntilStopped(ExecutorService work) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings.consumer(reading.group(), reading.gather()))) {
            open = consumer;
            new BatchLoop(consumer, starts, reading, state)
                    .run(this::isRunAllowed, new ExchangePerBatch(this, work)::submit, backoff);
        } finally {
            open = null;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(backoff.next().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
