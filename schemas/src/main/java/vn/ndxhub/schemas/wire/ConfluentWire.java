package vn.ndxhub.schemas.wire;

/** Confluent's wire format: a zero byte, the schema id in four bytes, big-endian, then the value in Avro binary. */
public final class ConfluentWire {

    public static final byte MAGIC = 0;
    public static final int HEADER_BYTES = 5;

    private ConfluentWire() {}

    /** Whether the bytes begin as the format demands; says nothing about the rest. */
    public static boolean isFramed(byte[] bytes) {
        return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC;
    }

    /**
     * The id of the schema that the value was written with.
     *
     * @throws MalformedWireException too short, or not the format's first byte
     */
    public static int schemaId(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new MalformedWireException("A value of " + bytes.length
                    + " bytes is too short for Confluent's wire format: at least " + HEADER_BYTES + " are needed");
        }
        if (bytes[0] != MAGIC) {
            throw new MalformedWireException("The first byte is not 0: the value is not in Confluent's wire format");
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | bytes[4] & 0xff;
    }
}
