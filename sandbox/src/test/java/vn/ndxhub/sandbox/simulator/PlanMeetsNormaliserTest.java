package vn.ndxhub.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.ItemSink;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.sandbox.ledger.LedgerLine;
import vn.ndxhub.sandbox.scenario.Expectation;
import vn.ndxhub.sandbox.scenario.PlannedItem;
import vn.ndxhub.sandbox.scenario.Scale;
import vn.ndxhub.sandbox.scenario.Scenario;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.registry.SchemaRegistry;
import vn.ndxhub.schemas.registry.UnknownSchemaException;

/** Every planned item, in its native bytes, is read as the plan says. */
class PlanMeetsNormaliserTest {

    private final SourceCatalog catalog = SourceCatalog.load();
    private final Map<String, List<PlannedItem>> plan =
            Scenario.of(7, new Scale(0.02)).plan();

    @Test
    void everyPushedItemIsReadAsPlanned() {
        for (String source : List.of("population", "civil-registry", "insurance", "enterprise")) {
            NativeAvro avro = NativeAvro.speaks(source) ? new NativeAvro(source, new OneSchema(source)) : null;
            for (PlannedItem item : plan.get(source)) {
                byte @Nullable [] bytes = avro == null ? FeedSender.json(item) : avro.bytes(item);
                assertThat(read(source, item.times().intake(), bytes))
                        .as(item.toString())
                        .containsExactly(expected(item));
            }
        }
    }

    @Test
    void everyBatchedItemIsReadAsPlanned() {
        for (String source : List.of("ndxp", "land", "civil-servants")) {
            for (Batch batch : Batch.of(plan.get(source), 200)) {
                List<String> expected = batch.items().stream()
                        .map(PlanMeetsNormaliserTest::expected)
                        .toList();
                assertThat(read(source, batch.intake(), batch.bytes()))
                        .as(source)
                        .isEqualTo(expected);
            }
        }
    }

    /** What the ledger has hashed before anything was sent is what will stand in the rejects. */
    @Test
    void whatIsKeptOfARefusedItemIsWhatTheLedgerSays() {
        plan.forEach((source, items) -> {
            Deliveries forms = new Deliveries(new OneSchema(source), 25);
            boolean pulled = catalog.source(new SourceId(source)).isPulled();
            for (Delivery each : pulled ? forms.pages(items) : forms.pushed(source, items)) {
                List<String> hashes = each.lines()
                        .map(LedgerLine::refused)
                        .filter(Objects::nonNull)
                        .toList();
                assertThat(kept(source, each)).as(each.toString()).isEqualTo(hashes);
            }
        });
    }

    private List<String> kept(String source, Delivery delivery) {
        List<String> kept = new ArrayList<>();
        normalise(source, delivery.batch().intake(), delivery.bytes(), new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {}

            @Override
            public void refused(Refused refused) {
                if (refused.reason().outcome() == ReasonCode.Outcome.REJECTED) {
                    kept.add(LedgerLine.hash(refused.original()));
                }
            }
        });
        return kept;
    }

    private void normalise(String source, long intake, byte @Nullable [] value, ItemSink sink) {
        SourceId id = new SourceId(source);
        catalog.normaliser(id, new OneSchema(source))
                .normalise(new FeedRecord(new FeedTopic(id, new TopicId(1, 1)), 0, 0, intake, null, value, 0), sink);
    }

    private List<String> read(String source, long intake, byte @Nullable [] value) {
        List<String> read = new ArrayList<>();
        normalise(source, intake, value, new ItemSink() {
            @Override
            public void event(StatusEvent event, Identity key) {
                read.add("event " + event.getEventId());
            }

            @Override
            public void refused(Refused refused) {
                read.add("refused " + refused.reason().code());
            }
        });
        return read;
    }

    private static String expected(PlannedItem item) {
        boolean refused = item.expectation() == Expectation.REJECTED || item.expectation() == Expectation.PARKED;
        return refused ? "refused " + item.fault().reason() : "event " + item.id();
    }

    private record OneSchema(String source) implements SchemaRegistry {

        @Override
        public Schema schemaById(int id) {
            if (id != 1) {
                throw new UnknownSchemaException("no id " + id);
            }
            return NativeAvro.schema(source);
        }

        @Override
        public int idOf(String subject, Schema schema) {
            return 1;
        }
    }
}
