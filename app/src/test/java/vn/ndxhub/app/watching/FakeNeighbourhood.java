package vn.ndxhub.app.watching;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Neighbours of whom a test says who answers; at first all do. */
final class FakeNeighbourhood {

    final Neighbours neighbours;
    private final Set<Neighbour> silent = EnumSet.noneOf(Neighbour.class);

    FakeNeighbourhood(Clock clock) {
        Map<Neighbour, Contact.Question> questions = new EnumMap<>(Neighbour.class);
        for (Neighbour each : Neighbour.values()) {
            questions.put(each, () -> {
                if (silent.contains(each)) {
                    throw new IOException("Connection refused");
                }
            });
        }
        neighbours = new Neighbours(questions, clock);
    }

    /** Does not answer the next so many looks. */
    void misses(Neighbour neighbour, int looks) {
        silent.add(neighbour);
        for (int i = 0; i < looks; i++) {
            look();
        }
    }

    void answers(Neighbour neighbour) {
        silent.remove(neighbour);
        look();
    }

    void look() {
        neighbours.contacts().forEach(Contact::look);
    }
}
