package vn.ndxhub.core.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The partition of an event log that an index is of. It stands in every file, so that one that was put in another's place is noticed.
 *
 * @param log name of the log: the source that it belongs to
 * @param topicId Kafka's id of the topic: one that was created again under the same name is another
 */
public record IndexedPartition(String log, String topicId, int epoch, int partition) {

    static final int FINGERPRINT_BYTES = 16;

    /** Where its files lie below the folder for all indexes of a hub. */
    public Path folder(Path all) {
        return all.resolve(log).resolve(Integer.toString(epoch)).resolve(Integer.toString(partition));
    }

    /** What tells it from every other, in sixteen bytes. */
    byte[] fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return log + " " + topicId + " " + epoch + " " + partition;
    }
}
