package vn.ndxhub.simulation.agency;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.ndxhub.simulation.ledger.Item;

/** Invents what one database has to tell: events of today, late ones, statements, copies, conflicts and retractions. */
public final class Agency {

    private static final List<String> PLACES = List.of("NORTH", "SOUTH");
    private static final List<String> MEMBERS = List.of("an", "binh", "chi", "dung", "giang");
    private static final Duration LATEST = Duration.ofDays(100);

    private final RandomGenerator random;
    private final List<Item> told = new ArrayList<>();
    private int nextId;

    public Agency(RandomGenerator random) {
        this.random = random;
    }

    /** One item, told at this moment. */
    public Item tell(Instant now) {
        Item item = told.isEmpty() ? event(now) : choose(now);
        told.add(item);
        return item;
    }

    private Item choose(Instant now) {
        double dice = random.nextDouble();
        if (dice < 0.10) {
            return any();
        }
        if (dice < 0.16) {
            return otherContent(any());
        }
        if (dice < 0.24) {
            return retraction(now, any().id());
        }
        if (dice < 0.26) {
            return retraction(now, "id-" + (nextId + random.nextInt(5)));
        }
        return event(now);
    }

    private Item event(Instant now) {
        Instant at = random.nextDouble() < 0.7 ? now : now.minus(Duration.ofHours(random.nextLong(LATEST.toHours())));
        at = at.truncatedTo(ChronoUnit.MILLIS);
        Instant noted = random.nextDouble() < 0.5 ? at : now.truncatedTo(ChronoUnit.MILLIS);
        String id = "id-" + nextId++;
        String place = PLACES.get(random.nextInt(PLACES.size()));
        String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        long quantity = random.nextInt(1, 100);
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> new Item(id, Item.Kind.LENT, at, noted, quantity, place, "", "");
            case 5, 6 -> new Item(id, Item.Kind.BOUGHT, at, noted, quantity, place, "", "");
            case 7 -> new Item(id, Item.Kind.LOST, at, noted, quantity, place, "", "");
            case 8, 9 -> new Item(id, Item.Kind.STATED, at, noted, 1000 + quantity, place, "", "");
            case 10 -> new Item(id, Item.Kind.JOINED, at, noted, 1, "", member, "");
            default -> new Item(id, Item.Kind.LEFT, at, noted, 1, "", member, "");
        };
    }

    private Item any() {
        return told.get(random.nextInt(told.size()));
    }

    private Item otherContent(Item first) {
        return new Item(
                first.id(),
                first.kind(),
                first.at(),
                first.noted(),
                first.quantity() + 1,
                first.place(),
                first.member(),
                first.takesBack());
    }

    private Item retraction(Instant now, String id) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Item("back-" + nextId++, Item.Kind.RETRACTED, at, at, 1, "", "", id);
    }
}
