package vn.ndxhub.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Several actors of straight-line code, one step at a time: which one goes on, and which one dies before its next effect, a seed decides.
 */
final class TurnTaking {

    private final Random dice;
    private final Semaphore arrived = new Semaphore(0);
    private final List<Actor> actors = new ArrayList<>();
    private final ThreadLocal<Actor> running = new ThreadLocal<>();

    TurnTaking(Random dice) {
        this.dice = dice;
    }

    /** What ends an actor in the middle of its work, as kill -9 does. */
    static final class Killed extends Error {}

    private static final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private BooleanSupplier ready = () -> true;
        private boolean killed;
        private boolean ended;
        private @Nullable Throwable failure;
    }

    /** Comes to its first effect, or its end, at once. */
    void start(Runnable work) {
        Actor actor = new Actor();
        actors.add(actor);
        Thread.ofVirtual().start(() -> {
            running.set(actor);
            try {
                work.run();
            } catch (Killed e) {
                // Nobody hears of it.
            } catch (RuntimeException | Error e) {
                actor.failure = e;
            } finally {
                actor.ended = true;
                arrived.release();
            }
        });
        arrived.acquireUninterruptibly();
    }

    /** In front of every effect of an actor: it goes on when it is its turn. */
    void await() {
        await(() -> true);
    }

    void await(BooleanSupplier ready) {
        Actor me = running.get();
        me.ready = ready;
        arrived.release();
        me.turn.acquireUninterruptibly();
        if (me.killed) {
            throw new Killed();
        }
    }

    /** One actor takes one step, or dies; false when none can. */
    boolean step(double deadly) {
        List<Actor> ready = actors.stream()
                .filter(actor -> !actor.ended && actor.ready.getAsBoolean())
                .toList();
        if (ready.isEmpty()) {
            return false;
        }
        Actor next = ready.get(dice.nextInt(ready.size()));
        next.killed = dice.nextDouble() < deadly;
        next.turn.release();
        arrived.acquireUninterruptibly();
        assertThat(next.failure).isNull();
        return true;
    }

    /** Those that wait for ever end. */
    void killAll() {
        actors.stream().filter(actor -> !actor.ended).toList().forEach(actor -> {
            actor.killed = true;
            actor.turn.release();
            arrived.acquireUninterruptibly();
        });
    }
}
