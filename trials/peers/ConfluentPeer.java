import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import org.apache.flink.avro.shaded.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.avro.shaded.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.io.BinaryEncoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;

/**
 * Speaks for Confluent's own Java client, which Flink carries in its jar under other package names: one JSON request a line in, one
 * JSON answer a line out. Run from source in a process of its own, since that jar brings much else along.
 */
public final class ConfluentPeer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CachedSchemaRegistryClient client;

    private ConfluentPeer(String url) {
        client = new CachedSchemaRegistryClient(url, 1000);
    }

    public static void main(String[] args) throws Exception {
        ConfluentPeer peer = new ConfluentPeer(args[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer;
            try {
                answer = JSON.writeValueAsString(peer.answer(JSON.readTree(line)));
            } catch (Exception e) {
                answer = JSON.writeValueAsString(Map.of("error", String.valueOf(e)));
            }
            System.out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private Map<String, Object> answer(JsonNode request) throws Exception {
        String subject = request.path("subject").asText();
        return switch (request.path("task").asText()) {
            case "id" -> Map.of("id", client.getId(subject, schema(request)));
            case "register" -> Map.of("id", client.register(subject, schema(request)));
            case "decode" -> Map.of("value", JSON.readTree(decoded(bytes(request)).toString()));
            case "encode" -> Map.of("bytes", encoded(subject, parsed(request)));
            case "reencode" -> Map.of("bytes", encoded(subject, decoded(bytes(request))));
            default -> throw new IllegalArgumentException("unknown task");
        };
    }

    private AvroSchema schema(JsonNode request) {
        List<SchemaReference> references = new ArrayList<>();
        Map<String, String> resolved = new java.util.HashMap<>();
        for (JsonNode one : request.path("references")) {
            SchemaReference reference = new SchemaReference(
                    one.path("name").asText(), one.path("subject").asText(), one.path("version").asInt());
            references.add(reference);
            resolved.put(
                    reference.getName(),
                    client.getByVersion(reference.getSubject(), reference.getVersion(), false).getSchema());
        }
        return new AvroSchema(request.path("schema").asText(), references, resolved, null);
    }

    private static byte[] bytes(JsonNode request) {
        return Base64.getDecoder().decode(request.path("bytes").asText());
    }

    private record Value(Schema schema, Object datum) {
        @Override
        public String toString() {
            return String.valueOf(datum);
        }
    }

    private Value decoded(byte[] bytes) throws Exception {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Schema schema = new ConfluentSchemaRegistryCoder(client).readSchema(in);
        Object datum =
                new GenericDatumReader<>(schema).read(null, DecoderFactory.get().directBinaryDecoder(in, null));
        if (in.available() > 0) {
            throw new IllegalStateException(in.available() + " bytes are left over");
        }
        return new Value(schema, datum);
    }

    private Value parsed(JsonNode request) throws Exception {
        Schema schema = schema(request).rawSchema();
        Object datum = new GenericDatumReader<>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, request.path("value").toString()));
        return new Value(schema, datum);
    }

    private String encoded(String subject, Value value) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ConfluentSchemaRegistryCoder(subject, client).writeSchema(value.schema, out);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(value.schema).write(value.datum, encoder);
        encoder.flush();
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
