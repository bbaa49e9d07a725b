package vn.ndxhub.schemas.contracts;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One contract, whatever topics it stands on. */
public record Contract(Class<? extends SpecificRecord> type) {

    /** The schema as it is registered: the text of the contract, without the hints to Java that the generated class adds. */
    public Schema schema() {
        return Contracts.published(new SpecificData(type.getClassLoader()).getSchema(type));
    }

    /** Confluent's RecordNameStrategy: a contract is one subject, however many sources have a topic of it. */
    public String subject() {
        return schema().getFullName();
    }
}
