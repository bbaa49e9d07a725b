package vn.ndxhub.routes.pull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.connectors.pull.Page;
import vn.ndxhub.connectors.pull.PullResult;
import vn.ndxhub.connectors.pull.StatusPages;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.FatalErrors;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.schemas.topics.HubTopic;

/**
 * Pulls pages until there are no more. A page and the cursor after it are one Kafka transaction, under an id of the
 * source: whoever begins to pull fences off the one before.
 */
public final class PullTurn implements AutoCloseable {

    /** A page is written at once; a process that is frozen in between holds others up for no longer. */
    static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(PullTurn.class);

    private final SourceId source;
    private final Pages pages;
    private final PullOwners owners;
    private final Supplier<Claim> claims;
    private final PageTimestamps timestamps;
    private @Nullable Claim claim;

    /** The pages of the source, each asked for from the position that the one before named; null for the first. */
    @FunctionalInterface
    interface Pages {

        PullResult fetch(@Nullable String position);
    }

    /** What this process holds while it owns the source. */
    static final class Claim {

        private final Producer<byte[], byte[]> producer;
        private @Nullable String position;

        Claim(Producer<byte[], byte[]> producer, @Nullable String position) {
            this.producer = producer;
            this.position = position;
        }
    }

    private volatile @Nullable String failure;

    public PullTurn(
            SourceId source, StatusPages pages, PullOwners owners, KafkaSettings kafka, PageTimestamps timestamps) {
        this(source, position -> pages.fetch(position), owners, () -> claim(source, owners, kafka), timestamps);
    }

    PullTurn(SourceId source, Pages pages, PullOwners owners, Supplier<Claim> claims, PageTimestamps timestamps) {
        this.source = source;
        this.pages = pages;
        this.owners = owners;
        this.claims = claims;
        this.timestamps = timestamps;
    }

    /** @throws vn.ndxhub.connectors.pull.SourceAway when the source gives no answer; the cursor stays where it was */
    public void pull() {
        try {
            while (owners.owns(source)) {
                Claim now = claimed();
                PullResult result = pages.fetch(now.position);
                switch (result) {
                    case PullResult.Pulled(Page page) -> write(now, page);
                    case PullResult.NothingNew nothing -> {
                        failure = null;
                        return;
                    }
                    case PullResult.Refused refused -> {
                        fail("page refused: " + refused.fault(), refused.fault().name());
                        return;
                    }
                }
            }
            failure = null;
            close();
        } catch (Cursors.HeldUp e) {
            fail(String.valueOf(e.getMessage()), e.getClass().getSimpleName());
            throw e;
        } catch (RuntimeException | Error e) {
            FatalErrors.passOn(e);
            fail(e.getClass().getSimpleName(), e.getClass().getSimpleName());
            throw e;
        }
    }

    /** Why the source does not get on; null while it does, or while another process pulls it. */
    public @Nullable String failure() {
        return failure;
    }

    // Said once: the next turn is a second away and will most often say the same.
    private void fail(String why, String reason) {
        if (!why.equals(failure)) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SOURCE, source.value())
                    .addKeyValue(LogKeys.ROUTE, PullRoute.id(source))
                    .addKeyValue(LogKeys.TOPIC, source.feedTopic())
                    .addKeyValue(LogKeys.REASON, reason)
                    .log(
                            "Pulling {} does not get on: {}; its cursor stays where it is and is tried again",
                            source,
                            why);
        }
        failure = why;
    }

    private Claim claimed() {
        Claim known = claim;
        if (known == null) {
            known = claims.get();
            claim = known;
        }
        return known;
    }

    private static Claim claim(SourceId source, PullOwners owners, KafkaSettings kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pull-" + source);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LONGEST_TRANSACTION.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LONGEST_TRANSACTION.toMillis() / 2);
        Producer<byte[], byte[]> producer = new KafkaProducer<>(settings);
        try {
            producer.initTransactions();
            return new Claim(producer, new Cursors(kafka).last(source, owners.partition(source)));
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void write(Claim now, Page page) {
        byte[] key = source.value().getBytes(StandardCharsets.UTF_8);
        byte[] cursor = page.next().getBytes(StandardCharsets.UTF_8);
        try {
            now.producer.beginTransaction();
            now.producer.send(new ProducerRecord<>(source.feedTopic(), null, timestamps.of(page), key, page.body()));
            now.producer.send(new ProducerRecord<>(HubTopic.CURSORS.topic(), owners.partition(source), key, cursor));
            now.producer.commitTransaction();
            now.position = page.next();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        Claim known = claim;
        claim = null;
        if (known != null) {
            known.producer.close(Duration.ofSeconds(5));
        }
    }
}
