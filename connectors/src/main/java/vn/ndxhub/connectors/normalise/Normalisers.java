package vn.ndxhub.connectors.normalise;

import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** Compiles a source's mapping: everything that its configuration says is decided here, once. */
public final class Normalisers {

    private Normalisers() {}

    /**
     * Whether the source could be compiled, told without a registry.
     *
     * @throws IllegalArgumentException as {@link #compile}
     */
    public static void check(Source source, DefinitionHashes definitions, NormaliserSettings settings) {
        new ItemMapper(source, definitions, settings, new SlotPlan());
    }

    /**
     * Ready to read the source's feed.
     *
     * @param definitions that its events are bound to
     * @throws IllegalArgumentException if the source needs a key for keyed hashes and the settings have none
     */
    public static Normaliser compile(
            Source source, DefinitionHashes definitions, SchemaRegistry registry, NormaliserSettings settings) {
        NormaliserSettings own = settings.of(source);
        IntakeLimits limits = own.limits();
        WholeRecord whole = new WholeRecord(limits.recordBytes());
        SlotPlan plan = new SlotPlan();
        ItemMapper mapper = new ItemMapper(source, definitions, own, plan);
        return switch (source.format()) {
            case NativeFormat.Avro avro -> new AvroNormaliser(whole, avro.schema(), registry, limits, mapper, plan);
            case NativeFormat.Json json -> new JsonNormaliser(whole, new StrictJson(limits), mapper, plan);
            case NativeFormat.JsonBatch batch ->
                new JsonBatchNormaliser(whole, new StrictJson(limits), batch.items(), limits.items(), mapper, plan);
        };
    }
}
