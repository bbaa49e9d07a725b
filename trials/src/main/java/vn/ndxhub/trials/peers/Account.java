package vn.ndxhub.trials.peers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * An event of the insurance database, as a peer reads it: what it needs and no more.
 *
 * @param cell {@code day|area}
 * @param high first eight bytes of the identity's hash, the digest's term
 * @param low the next eight
 */
public record Account(String cell, long high, long low) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ZoneOffset VIET_NAM = ZoneOffset.ofHours(7);
    private static final byte[] SOURCE = "insurance\0".getBytes(StandardCharsets.UTF_8);
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(() -> {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    });

    public static Account read(byte[] value) {
        String id = "";
        String time = "";
        String area = "";
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), value)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "maSuKien" -> id = parser.getString();
                    case "thoiGianGhiNhan" -> time = parser.getString();
                    case "maTinh" -> area = parser.getString();
                    default -> parser.skipChildren();
                }
            }
        }
        MessageDigest sha = SHA_256.get();
        sha.update(SOURCE);
        ByteBuffer hash = ByteBuffer.wrap(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
        return new Account(day(time) + "|" + area, hash.getLong(), hash.getLong());
    }

    /** A peer is shown at its best: what is written in Vietnamese time, as nearly everything is, need not be parsed. */
    private static String day(String time) {
        return time.endsWith(VIET_NAM.getId())
                ? time.substring(0, "2023-09-01".length())
                : OffsetDateTime.parse(time)
                        .withOffsetSameInstant(VIET_NAM)
                        .toLocalDate()
                        .toString();
    }

    /** The identity as a key of sixteen bytes. */
    public byte[] identity() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    /** Count and digest as a value of sixteen bytes, with this event added to what was there. */
    static byte[] added(byte[] before, long term) {
        ByteBuffer held = ByteBuffer.wrap(before);
        return ByteBuffer.allocate(16)
                .putLong(held.getLong() + 1)
                .putLong(held.getLong() + term)
                .array();
    }
}
