package vn.ndxhub.connectors.source;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a native item of one source becomes a canonical event; checked when the source folder was read. */
public record Mapping(
        Identification identification,
        TypeField type,
        Times times,
        Numbers numbers,
        List<DimensionField> dimensions,
        List<PersonalField> personal) {

    /** The canonical type of an item that takes another one back, for every source. */
    public static final String RETRACTION = "event.retracted";

    /** Stands for the quantity or the amount where an item's needs are listed. */
    public static final String QUANTITY = "quantity";

    public static final String AMOUNT = "amount";

    public Mapping {
        dimensions = List.copyOf(dimensions);
        personal = List.copyOf(personal);
    }

    /**
     * Which item this is.
     *
     * @param retracts field that holds the id of the event which a retraction takes back
     */
    public record Identification(
            FieldPath eventId,
            @Nullable SourceField source,
            @Nullable FieldPath retracts) {}

    /** The field in which an item names its own source, and what it must say there. */
    public record SourceField(FieldPath field, String value) {}

    /** When it happened, and when the source recorded it: the same where there is no field or no value. */
    public record Times(TimeField occurred, @Nullable TimeField recorded) {}

    /** @param unit of a number; null where the instant is a text */
    public record TimeField(
            FieldPath field, TimeForm form, @Nullable ChronoUnit unit) {}

    /** Where an item says how many it stands for, 1 where it does not say, and how much money. */
    public record Numbers(
            @Nullable FieldPath quantity, @Nullable FieldPath amount) {}

    /** A native field that holds personal data, and how it ends here. */
    public record PersonalField(FieldPath field, Action action) {

        public enum Action {
            /** Never read further than to see whether it is there. */
            DROP,
            /** Leaves only as a keyed hash. */
            KEYED_HASH
        }
    }
}
