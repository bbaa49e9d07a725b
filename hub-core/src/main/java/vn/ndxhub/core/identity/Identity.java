package vn.ndxhub.core.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identity of an event: the first sixteen bytes of SHA-256 over source (UTF-8), one zero byte, event id (UTF-8), as two
 * big-endian longs. The first of them is also the event's term in a {@link SetDigest}.
 */
public record Identity(long high, long low) {

    /** Length of {@link #toBytes()}, the key of an event's record in the log. */
    public static final int BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    // Looking the algorithm up for each event would cost as much as the hash.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Identity::sha256);

    public static Identity of(SourceId source, String eventId) {
        MessageDigest sha = SHA_256.get();
        update(sha, source, eventId);
        return from(sha);
    }

    /** The identity whose {@link #toBytes()} stand in the array from this index on. */
    public static Identity at(byte[] bytes, int from) {
        return new Identity((long) LONG.get(bytes, from), (long) LONG.get(bytes, from + Long.BYTES));
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        LONG.set(bytes, 0, high);
        LONG.set(bytes, Long.BYTES, low);
        return bytes;
    }

    /** The event's term in the sum that is a set digest. */
    public long digestTerm() {
        return high;
    }

    /** The partition of the event log that all about this identity goes to; the count is fixed for the log's life. */
    public int partition(int partitionCount) {
        return (int) Long.remainderUnsigned(low, partitionCount);
    }

    private static void update(MessageDigest sha, SourceId source, String eventId) {
        sha.update(source.value().getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(eventId.getBytes(StandardCharsets.UTF_8));
    }

    private static Identity from(MessageDigest sha) {
        return at(sha.digest(), 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
