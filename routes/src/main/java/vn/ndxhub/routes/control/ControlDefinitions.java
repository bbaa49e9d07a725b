package vn.ndxhub.routes.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ndxhub.core.definition.CurrentDefinitions;
import vn.ndxhub.core.definition.Definition;
import vn.ndxhub.core.definition.DefinitionKind;
import vn.ndxhub.core.definition.UsedDefinitions;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.routes.batch.KafkaSettings;
import vn.ndxhub.routes.batch.LogKeys;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** The definitions on {@code hub.control}. Read on only when one is asked for that is not known yet; may be asked by several threads. */
public final class ControlDefinitions implements UsedDefinitions {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDefinitions.class);

    private final Reading reading;
    private final BiConsumer<String, vn.ndxhub.schemas.contract.Definition> writing;
    private final Map<Key, Definition> known = new ConcurrentHashMap<>();
    private long next;

    /** Gives the records from an offset on, and the offset behind the last. */
    @FunctionalInterface
    interface Reading {

        long read(long from, Consumer<SpecificRecord> taker);
    }

    private record Key(SourceId source, DefinitionKind kind, long hash) {}

    public ControlDefinitions(KafkaSettings kafka, SchemaRegistry registry) {
        this(new ControlTopic(kafka, registry));
    }

    private ControlDefinitions(ControlTopic control) {
        this((from, taker) -> control.read(from, (record, writtenAt) -> taker.accept(record)), control::write);
    }

    /** @param writing returns when the brokers have it */
    ControlDefinitions(Reading reading, BiConsumer<String, vn.ndxhub.schemas.contract.Definition> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public Optional<Definition> find(SourceId source, DefinitionKind kind, long hash) {
        Key key = new Key(source, kind, hash);
        if (!known.containsKey(key)) {
            readOn();
        }
        return Optional.ofNullable(known.get(key));
    }

    @Override
    public void announce(CurrentDefinitions current) {
        for (Definition each : current.both()) {
            if (find(each.source(), each.kind(), each.hash()).isEmpty()) {
                writing.accept(each.source().value(), contract(each));
                LOG.atInfo().addKeyValue(LogKeys.SOURCE, each.source()).log("New events are bound to the {}", each);
            }
        }
    }

    @Override
    public List<Definition> all() {
        return List.copyOf(known.values());
    }

    private synchronized void readOn() {
        next = reading.read(next, record -> {
            if (record instanceof vn.ndxhub.schemas.contract.Definition definition) {
                take(definition);
            }
        });
    }

    private void take(vn.ndxhub.schemas.contract.Definition written) {
        try {
            Definition definition = new Definition(
                    new SourceId(written.getSource()),
                    DefinitionKind.valueOf(written.getKind().name()),
                    written.getHash(),
                    written.getText());
            known.putIfAbsent(new Key(definition.source(), definition.kind(), definition.hash()), definition);
        } catch (IllegalArgumentException e) {
            // Whoever asks for it learns that it is not there; nothing is counted by a text that is another.
            LOG.atError()
                    .addKeyValue(LogKeys.TOPIC, "hub.control")
                    .addKeyValue(LogKeys.REASON, e.getClass().getSimpleName())
                    .log("A definition on hub.control is passed over: {}", e.getMessage());
        }
    }

    private static vn.ndxhub.schemas.contract.Definition contract(Definition definition) {
        return new vn.ndxhub.schemas.contract.Definition(
                definition.source().value(),
                vn.ndxhub.schemas.contract.DefinitionKind.valueOf(
                        definition.kind().name()),
                definition.hash(),
                definition.text());
    }
}
