package vn.ndxhub.schemas.wire;

import org.apache.avro.Schema;

/** Confluent's three ways to name a subject, chosen by the name of Confluent's class, with or without its package. */
enum SubjectName {
    TOPIC("TopicNameStrategy") {
        @Override
        String of(String topic, boolean key, Schema schema) {
            return topic + (key ? "-key" : "-value");
        }
    },
    RECORD("RecordNameStrategy") {
        @Override
        String of(String topic, boolean key, Schema schema) {
            return recordName(schema);
        }
    },
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String of(String topic, boolean key, Schema schema) {
            return topic + "-" + recordName(schema);
        }
    };

    private final String confluentClass;

    SubjectName(String confluentClass) {
        this.confluentClass = confluentClass;
    }

    abstract String of(String topic, boolean key, Schema schema);

    static SubjectName named(Object strategy, String key) {
        String name = strategy instanceof Class<?> type ? type.getName() : String.valueOf(strategy);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        for (SubjectName one : values()) {
            if (one.confluentClass.equals(simple)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                key + " must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy, not " + name);
    }

    private static String recordName(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException("Only a record has the name that the subject name strategy asks for, a "
                    + schema.getType().getName() + " has none: use TopicNameStrategy");
        }
        return schema.getFullName();
    }
}
