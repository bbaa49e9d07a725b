package vn.ndxhub.schemas.wire;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Turns a value of one version of a schema into the other version by Avro's rules, field by name, never by position. */
final class Conversion {

    private Conversion() {}

    static Object of(Object value, Schema from, Schema to) throws IOException {
        FrameBuffer bytes = new FrameBuffer();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        (value instanceof SpecificRecord
                        ? new SpecificDatumWriter<>(from, SpecificData.getForClass(value.getClass()))
                        : new GenericDatumWriter<>(from, GenericData.get()))
                .write(value, encoder);
        encoder.flush();
        return new GenericDatumReader<>(from, to, new GenericData())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.copy(), null));
    }
}
