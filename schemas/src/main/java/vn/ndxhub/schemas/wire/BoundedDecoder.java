package vn.ndxhub.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what a stranger wrote: lengths cannot exceed the bytes that are there (Avro's own check), the items of all collections
 * of a value together cannot exceed a budget (an item may take no byte at all), and text must be UTF-8.
 */
final class BoundedDecoder extends Decoder {

    private final int mostItems;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final Utf8 scratch = new Utf8();
    private BinaryDecoder in = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private long items;

    BoundedDecoder(int mostItems) {
        this.mostItems = mostItems;
    }

    void on(byte[] bytes, int offset) {
        in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, in);
        items = 0;
    }

    boolean isEnd() throws IOException {
        return in.isEnd();
    }

    @Override
    public String readString() throws IOException {
        return readString(scratch).toString();
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        Utf8 text = in.readString(old);
        byte[] bytes = text.getBytes();
        int length = text.getByteLength();
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                checkFrom(bytes, i, length);
                break;
            }
        }
        return text;
    }

    private void checkFrom(byte[] bytes, int start, int length) throws IOException {
        CharBuffer decoded = utf8.decode(ByteBuffer.wrap(bytes, start, length - start));
        decoded.clear();
    }

    private long budgeted(long count) throws IOException {
        items += count;
        if (count < 0 || items > mostItems) {
            throw new IOException("more items than allowed");
        }
        return count;
    }

    @Override
    public long readArrayStart() throws IOException {
        return budgeted(in.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return budgeted(in.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return budgeted(in.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return budgeted(in.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return budgeted(in.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return budgeted(in.skipMap());
    }

    @Override
    public void readNull() throws IOException {
        in.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return in.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return in.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return in.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return in.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return in.readDouble();
    }

    @Override
    public void skipString() throws IOException {
        in.skipString();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        return in.readBytes(old);
    }

    @Override
    public void skipBytes() throws IOException {
        in.skipBytes();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        in.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        in.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return in.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return in.readIndex();
    }
}
