package vn.ndxhub.schemas.wire;

import java.util.Map;

/** What Confluent's keys say to a serializer or deserializer beyond where the registry is. */
record SerializerKeys(
        boolean autoRegister,
        boolean useLatest,
        boolean removeJavaHints,
        boolean specificReader,
        SubjectName subjectName) {

    static SerializerKeys of(Map<String, ?> given, boolean key) {
        String strategy = key ? "key.subject.name.strategy" : "value.subject.name.strategy";
        Object named = given.get(strategy);
        SerializerKeys keys = new SerializerKeys(
                flag(given, "auto.register.schemas"),
                flag(given, "use.latest.version"),
                flag(given, "avro.remove.java.properties"),
                flag(given, "specific.avro.reader"),
                named == null ? SubjectName.TOPIC : SubjectName.named(named, strategy));
        if (keys.autoRegister && keys.useLatest) {
            throw new IllegalArgumentException(
                    "auto.register.schemas and use.latest.version are both true: the first would make the newest, the second obeys it");
        }
        return keys;
    }

    private static boolean flag(Map<String, ?> given, String key) {
        Object value = given.get(key);
        String text = value == null ? "false" : value.toString().strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException(key + " must be true or false");
        }
        return Boolean.parseBoolean(text);
    }
}
