package vn.ndxhub.connectors.normalise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.connectors.source.DimensionField;
import vn.ndxhub.connectors.source.FieldPath;
import vn.ndxhub.connectors.source.Mapping;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.core.log.DefinitionHashes;
import vn.ndxhub.core.time.BusinessDay;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.StatusEvent;

/** A source's mapping, compiled: makes an event of an item's native values or tells why it is none. */
final class ItemMapper {

    private static final String PARTY = "party";
    private static final int NONE = -1;

    private final Source source;
    private final String sourceName;
    private final DefinitionHashes definitions;
    private final IdStep ids;
    private final TimeStep times;
    private final int typeSlot;
    private final String typeField;
    private final TypeTable types;
    private final @Nullable NumberStep quantity;
    private final @Nullable NumberStep amount;
    private final List<String> dimensionNames;
    private final DimensionStep[] dimensions;
    private final int party;
    private final StatementStep statements;
    private final Map<String, String> fieldOfDimension = new LinkedHashMap<>();

    ItemMapper(Source source, DefinitionHashes definitions, NormaliserSettings settings, SlotPlan plan) {
        Mapping mapping = source.mapping();
        this.source = source;
        this.sourceName = source.id().value();
        this.definitions = definitions;
        this.ids = new IdStep(mapping.identification(), plan);
        this.times = new TimeStep(mapping.times(), plan, settings.limits());
        this.typeSlot = plan.slot(mapping.type().field());
        this.typeField = mapping.type().field().toString();
        this.dimensionNames =
                mapping.dimensions().stream().map(DimensionField::name).sorted().toList();
        this.types = new TypeTable(mapping.type(), dimensionNames);
        this.quantity = number(mapping.numbers().quantity(), plan);
        this.amount = number(mapping.numbers().amount(), plan);
        this.dimensions = new DimensionSteps(dimensionNames, types.names(), plan, source.id(), settings.personalKey())
                .compile(mapping.dimensions());
        this.party = dimensionNames.indexOf(PARTY);
        this.statements = new StatementStep(source.statements(), types.names(), mapping.dimensions(), dimensionNames);
        mapping.dimensions()
                .forEach(each -> fieldOfDimension.put(each.name(), each.field().toString()));
    }

    DefinitionHashes definitions() {
        return definitions;
    }

    /** Working memory for one thread. */
    Draft newDraft() {
        return new Draft(dimensionNames.size());
    }

    ContentHash newContentHash() {
        return new ContentHash(sourceName, dimensionNames.size());
    }

    /** Gives the sink what became of the item. */
    void map(Item item, Slots slots, Draft draft, ContentHash hash, ItemSink sink) {
        draft.clear();
        boolean isEvent =
                read(slots, draft) && times.isInReach(draft, item.record().timestamp());
        if (isEvent) {
            StatusEvent event = event(item, draft, hash);
            Identity subject = Identity.of(source.id(), draft.retracts == null ? event.getEventId() : draft.retracts);
            event.setIdentity(new IdentityBytes(subject.toBytes()));
            sink.event(event, subject);
        } else {
            ReasonCode reason = draft.problem == null ? ReasonCode.UNREADABLE : draft.problem;
            sink.refused(item.refused(reason, draft.problemField, known(slots, draft)));
        }
    }

    private Refused.Known known(Slots slots, Draft draft) {
        boolean isForeign = draft.problem == ReasonCode.WRONG_SOURCE;
        boolean isTyped = draft.type != NONE || (!isForeign && readType(slots, draft));
        if (isTyped && draft.timed) {
            readParty(slots, draft);
        }
        String type = isTyped ? types.at(draft.type).name() : null;
        return new Refused.Known(type, partyOf(draft), draft.eventId, draft.timed ? draft.occurred : null);
    }

    /** For a refused item, whose dimensions may not have been read: in the order of the mapping, up to the party itself. */
    private void readParty(Slots slots, Draft draft) {
        long day = BusinessDay.epochDay(draft.occurred);
        for (int i = 0; i < dimensions.length && partyOf(draft) == null && party != NONE; i++) {
            dimensions[i].read(slots, draft, day);
        }
    }

    private @Nullable String partyOf(Draft draft) {
        return party == NONE ? null : draft.codes[party];
    }

    private boolean read(Slots slots, Draft draft) {
        if (!ids.isOwn(slots, draft)) {
            return false;
        }
        // Both are tried, so that a refusal can tell as much as possible of which event it is about.
        boolean identified = ids.readId(slots, draft);
        boolean timed = times.readOccurred(slots, draft);
        return identified
                && timed
                && readType(slots, draft)
                && times.readRecorded(slots, draft)
                && ids.readRetracts(slots, draft, types.at(draft.type).isRetraction())
                && readNumbers(slots, draft)
                && readDimensions(slots, draft);
    }

    private boolean readType(Slots slots, Draft draft) {
        return switch (slots.kind(typeSlot)) {
            case ABSENT -> draft.refuse(ReasonCode.MISSING_FIELD, typeField);
            case TEXT -> {
                Integer position = types.position(slots.text(typeSlot));
                if (position == null) {
                    yield draft.refuse(ReasonCode.UNKNOWN_TYPE, typeField);
                }
                draft.type = position;
                yield true;
            }
            default -> draft.refuse(ReasonCode.MALFORMED_FIELD, typeField);
        };
    }

    private boolean readNumbers(Slots slots, Draft draft) {
        TypeTable.Type type = types.at(draft.type);
        long units = quantity == null ? 1 : quantity.read(slots, draft, type.needsQuantity());
        long dong = amount == null ? NumberStep.NONE : amount.read(slots, draft, type.needsAmount());
        draft.quantity = units == NumberStep.NONE ? 1 : units;
        draft.amount = dong == NumberStep.NONE ? null : Long.valueOf(dong);
        return units != NumberStep.REFUSED && dong != NumberStep.REFUSED;
    }

    private boolean readDimensions(Slots slots, Draft draft) {
        long day = BusinessDay.epochDay(draft.occurred);
        for (DimensionStep dimension : dimensions) {
            if (!dimension.read(slots, draft, day)) {
                return false;
            }
        }
        for (int needed : types.at(draft.type).needs()) {
            if (draft.codes[needed] == null) {
                return draft.refuse(ReasonCode.MISSING_FIELD, fieldOfDimension.get(dimensionNames.get(needed)));
            }
        }
        return statements.isExact(draft, day);
    }

    private StatusEvent event(Item item, Draft draft, ContentHash hash) {
        String type = types.at(draft.type).name();
        Map<String, String> codes = LinkedHashMap.newLinkedHashMap(draft.codes.length);
        for (int i = 0; i < draft.codes.length; i++) {
            String code = draft.codes[i];
            if (code != null) {
                codes.put(dimensionNames.get(i), code);
            }
        }
        FeedRecord record = item.record();
        StatusEvent event = new StatusEvent();
        event.setEventId(draft.eventId);
        event.setType(type);
        event.setRetracts(draft.retracts);
        event.setOccurred(draft.occurred);
        event.setRecorded(draft.recorded);
        event.setQuantity(draft.quantity);
        event.setAmount(draft.amount);
        event.setDimensions(codes);
        event.setParty(partyOf(draft));
        event.setContentHash(hash.of(draft, type, dimensionNames));
        event.setSchemaId(item.schemaId());
        event.setFeedPartition(record.partition());
        event.setFeedOffset(record.offset());
        event.setFeedIndex(item.index());
        event.setIntake(record.timestamp());
        event.setAttempt(record.attempt());
        event.setMode(EntryMode.INTEGRATED);
        return event;
    }

    private static @Nullable NumberStep number(@Nullable FieldPath field, SlotPlan plan) {
        return field == null ? null : new NumberStep(field, plan);
    }
}
