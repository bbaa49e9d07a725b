package vn.ndxhub.routes.rejects;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which schema ids the parked items of one partition wait for, and what of it is done. The items themselves rest in the topic: kept is
 * where an id is first waited for, and the registry is asked about an id and not about an item. All of it can be read from the topic
 * again; in bounded memory, whatever ids a stranger invents. For the threads of one reader, which take turns.
 */
public final class WaitingSchemas {

    /** Ids that are waited for at a time; items of more are found again when there is room. */
    static final int MOST_IDS = 10_000;

    /** Ids of which it is known up to where their items are done; forgotten, they are released again, which counting knows. */
    private static final int MOST_DONE = 100_000;

    private static final int MOST_QUESTIONS = 20;
    private static final long LONGEST_ROUND_MILLIS = 2_000;
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Questions registry;
    private final Rules rules;
    private final Clock clock;
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private final Map<Integer, Answered> answered = new HashMap<>();
    private final Map<Integer, Long> doneUpTo = new HashMap<>();
    private long untracked = NOWHERE;

    /** By how much this clock is ahead of the brokers' at most: a hub whose clock is wrong must give nothing up too early. */
    private long ahead = NOWHERE;

    /** Asks the registry about one schema id. */
    @FunctionalInterface
    interface Questions {

        Answer about(int id);
    }

    /** What the registry says of an id. */
    enum Answer {
        /** Known, or of no use: what becomes of the items can be decided. */
        DECIDED,
        DENIED,
        UNANSWERED
    }

    /** What becomes of an item now. */
    enum Verdict {
        WAITS,
        RELEASED,
        GIVEN_UP,
        DONE_BEFORE
    }

    /**
     * How long is waited.
     *
     * @param firstPause between two questions about an id; it doubles from one to the next
     * @param longestPause beyond which it does not grow
     * @param giveUpAfter how long an item rests before a denial is the last word
     */
    public record Rules(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

        /** The longest pause is twenty times the first. */
        public static Rules of(Duration firstPause, Duration giveUpAfter) {
            return new Rules(firstPause, firstPause.multipliedBy(20), giveUpAfter);
        }
    }

    /** An id that is waited for, since the item at an offset; parked times in milliseconds since 1970-01-01T00:00Z. */
    private record Waiting(long first, long parked, long pause, long nextQuestion) {

        Waiting withItem(long offset, long parkedAt) {
            return new Waiting(Math.min(first, offset), Math.min(parked, parkedAt), pause, nextQuestion);
        }

        Waiting askedAt(long now, Rules rules) {
            long end = parked + rules.giveUpAfter.toMillis();
            long next = now + pause;
            long longer = Math.min(2 * pause, rules.longestPause.toMillis());
            return new Waiting(first, parked, longer, now < end && end < next ? end : next);
        }
    }

    /** @param deniedAt null once it is decided */
    private record Answered(@Nullable Long deniedAt) {}

    WaitingSchemas(Questions registry, Rules rules, Clock clock) {
        this.registry = registry;
        this.rules = rules;
        this.clock = clock;
    }

    /** What becomes of the item at an offset; one that waits is remembered. */
    synchronized Verdict meet(int id, long offset, long parkedAt) {
        ahead = Math.min(ahead, clock.millis() - parkedAt);
        if (offset <= doneUpTo.getOrDefault(id, -1L)) {
            return Verdict.DONE_BEFORE;
        }
        Answered said = answered.get(id);
        if (said != null && said.deniedAt == null) {
            return Verdict.RELEASED;
        }
        if (said != null && said.deniedAt != null && hasRested(parkedAt, said.deniedAt)) {
            return Verdict.GIVEN_UP;
        }
        waits(id, offset, parkedAt);
        return Verdict.WAITS;
    }

    /** An item that was to be released waits on: the registry knows its id no longer. */
    synchronized void waitsOn(int id, long offset, long parkedAt) {
        answered.remove(id);
        waits(id, offset, parkedAt);
    }

    private void waits(int id, long offset, long parkedAt) {
        Waiting known = waiting.get(id);
        if (known != null) {
            waiting.put(id, known.withItem(offset, parkedAt));
        } else if (waiting.size() < MOST_IDS) {
            waiting.put(id, new Waiting(offset, parkedAt, rules.firstPause.toMillis(), clock.millis()));
        } else {
            untracked = Math.min(untracked, offset);
        }
    }

    /** What has become of items up to these offsets, by id, is safe. */
    synchronized void done(Map<Integer, Long> offsets) {
        if (doneUpTo.size() > MOST_DONE) {
            doneUpTo.clear();
        }
        offsets.forEach((id, offset) -> doneUpTo.merge(id, offset, Math::max));
    }

    /** Up to where nothing waits of what was read up to an offset. */
    synchronized long finished(long reached) {
        long first = waiting.values().stream().mapToLong(Waiting::first).min().orElse(NOWHERE);
        long finished = Math.min(reached, Math.min(first, untracked));
        doneUpTo.values().removeIf(offset -> offset < finished);
        return finished;
    }

    /** Asks about the ids whose time has come; gives the offset of the first item about which something can be decided now. */
    synchronized OptionalLong revisit() {
        long now = clock.millis();
        long from = NOWHERE;
        List<Integer> due = new ArrayList<>();
        waiting.forEach((id, at) -> {
            if (at.nextQuestion <= now && due.size() < MOST_QUESTIONS) {
                due.add(id);
            }
        });
        for (int id : due) {
            if (clock.millis() - now < LONGEST_ROUND_MILLIS) {
                from = Math.min(from, ask(id, now));
            }
        }
        if (untracked != NOWHERE && waiting.size() <= MOST_IDS / 2) {
            from = Math.min(from, untracked);
            untracked = NOWHERE;
        }
        return from == NOWHERE ? OptionalLong.empty() : OptionalLong.of(from);
    }

    private long ask(int id, long now) {
        Waiting at = Objects.requireNonNull(waiting.get(id), "only ids that are waited for are asked about");
        if (at.first == NOWHERE) {
            waiting.remove(id);
            return NOWHERE;
        }
        waiting.put(id, at.askedAt(now, rules));
        return switch (registry.about(id)) {
            case DECIDED -> {
                remember(id, new Answered(null));
                waiting.remove(id);
                yield at.first;
            }
            case DENIED -> {
                remember(id, new Answered(now));
                yield hasRested(at.parked, now) ? giveUp(id, at, now) : NOWHERE;
            }
            case UNANSWERED -> NOWHERE;
        };
    }

    private boolean hasRested(long parkedAt, long now) {
        return now - ahead - parkedAt >= rules.giveUpAfter.toMillis();
    }

    // Younger items of the id are met again on the way, and wait on.
    private long giveUp(int id, Waiting at, long now) {
        waiting.put(id, new Waiting(NOWHERE, NOWHERE, at.pause, now + at.pause));
        return at.first;
    }

    private void remember(int id, Answered answer) {
        if (answered.size() >= MOST_IDS) {
            answered.keySet().retainAll(waiting.keySet());
        }
        answered.put(id, answer);
    }
}
