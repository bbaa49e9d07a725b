package vn.ndxhub.trials.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Events of one national database in its native format, and what must be counted of them. Nothing in it depends on the hub. */
abstract class Load {

    private final Map<String, Course.Truth> truth = new TreeMap<>();
    private final MessageDigest sha;
    private long items;

    Load() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Id of the database. */
    abstract String source();

    /** What they are counted as. */
    abstract String indicator();

    /** By which its counts are broken down. */
    abstract String dimension();

    /** Sends that many distinct events, in the order of their times; returns when the broker has all. */
    abstract void send(String bootstrapServers, long events, long seed);

    final String feed() {
        return "feed." + source();
    }

    /** Items in the feed, copies among them. */
    final long items() {
        return items;
    }

    /** By {@code day|code}. */
    final Map<String, Course.Truth> truth() {
        return truth;
    }

    /** Notes a distinct event. */
    final void distinct(String id, String day, String code) {
        items++;
        truth.merge(
                day + "|" + code,
                Course.Truth.NOTHING.plus(term(id)),
                (a, b) -> new Course.Truth(a.count() + b.count(), a.digest() + b.digest()));
    }

    /** Notes an event that was there before. */
    final void copy() {
        items++;
    }

    private long term(String id) {
        return ByteBuffer.wrap(sha.digest((source() + "\0" + id).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    static Producer<byte[], byte[]> producer(String bootstrapServers, int lingerMillis) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", lingerMillis);
        settings.put("batch.size", 128 << 10);
        // With more, the first batch of a topic that was made a moment ago can be stuck for good behind its successor
        // (KAFKA-15591).
        settings.put("max.in.flight.requests.per.connection", 1);
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        return new KafkaProducer<>(settings);
    }
}
