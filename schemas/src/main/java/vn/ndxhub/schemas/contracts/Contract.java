package vn.ndxhub.schemas.contracts;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One contract on one topic. */
public record Contract(String topic, Class<? extends SpecificRecord> type) {

    /** The schema as it is registered: the text of the contract, without the hints to Java that the generated class adds. */
    public Schema schema() {
        return Contracts.published(new SpecificData(type.getClassLoader()).getSchema(type));
    }

    public String subject() {
        return Contracts.subject(topic, schema());
    }
}
