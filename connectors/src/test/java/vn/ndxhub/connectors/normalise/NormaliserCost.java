package vn.ndxhub.connectors.normalise;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.NativeBytes;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Measures CPU nanoseconds an event on one thread: run it by hand, with a quiet machine; it judges nothing. */
final class NormaliserCost {

    private static final SourceCatalog CATALOG = SourceCatalog.load();
    private static final Path SOURCES = Path.of("src/main/resources/sources");
    private static final long INTAKE = 1_690_900_000_000L;
    private static final int ROUNDS = 8;
    private static final int EVENTS = 1_000_000;

    private NormaliserCost() {}

    public static void main(String[] args) throws IOException {
        measure("insurance", "account-opened.json", 1);
        measure("population", "verification.json", 1);
        measure("civil-registry", "birth.json", 1);
        measure("ndxp", "batch.json", 3);
    }

    private static void measure(String id, String sample, int items) throws IOException {
        Source source = CATALOG.source(new SourceId(id));
        Normaliser normaliser = CATALOG.normaliser(source.id(), new FakeRegistry(source));
        byte[] value = value(
                source,
                Files.readAllBytes(SOURCES.resolve(id).resolve("samples").resolve(sample)));
        Sum sum = new Sum();
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = cpu();
            for (int i = 0; i < EVENTS / items; i++) {
                normaliser.normalise(
                        new FeedRecord(new FeedTopic(source.id(), new TopicId(1, 1)), 0, i, INTAKE, null, value, 0),
                        sum);
            }
            if (round > ROUNDS - 3) {
                System.out.printf(
                        "%-16s %4d bytes a record %6.0f ns an event (%d)%n",
                        id, value.length, (cpu() - begin) / (double) EVENTS, sum.hash & 1);
            }
        }
    }

    /** Of this thread alone, so that other work on the machine counts less. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] value(Source source, byte[] sample) throws IOException {
        var node = new JsonMapper().readTree(new String(sample, StandardCharsets.UTF_8));
        return source.format() instanceof NativeFormat.Avro avro
                ? NativeBytes.avro(avro.schema(), node, FakeRegistry.OWN)
                : new JsonMapper().writeValueAsBytes(node);
    }

    private static final class Sum implements ItemSink {

        private long hash;

        @Override
        public void event(StatusEvent event, Identity key) {
            hash += event.getContentHash() ^ key.low();
        }

        @Override
        public void refused(Refused refused) {
            throw new IllegalStateException(refused.toString());
        }
    }
}
