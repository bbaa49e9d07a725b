package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of a look that fails. */
class RoundsTest {

    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final CountDownLatch passedOn = new CountDownLatch(1);
    private Thread.UncaughtExceptionHandler usual;

    @BeforeEach
    void watchTheProcess() {
        usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            passedOn.countDown();
        });
    }

    @AfterEach
    void leaveTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler(usual);
    }

    @Test
    void aFailureIsNoReasonNotToLookAgain() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);

        runUntil(twice, () -> {
            twice.countDown();
            throw new IllegalStateException("as thrown by a test");
        });

        assertThat(uncaught).isEmpty();
    }

    @Test
    void theErrorBehindAFailureIsPassedOn() throws InterruptedException {
        runUntil(passedOn, RoundsTest::failOfAnError);

        assertThat(uncaught).first().isInstanceOf(InternalError.class);
    }

    @Test
    void anErrorIsNotTakenForASilentNeighbour() throws InterruptedException {
        Contact contact = new Contact(Neighbour.BROKER, RoundsTest::failOfAnError, Clock.systemUTC());

        runUntil(passedOn, contact::look);

        assertThat(uncaught).first().isInstanceOf(InternalError.class);
    }

    private static void failOfAnError() {
        throw new IllegalStateException(new InternalError("as thrown by a test"));
    }

    private static void runUntil(CountDownLatch end, Runnable look) throws InterruptedException {
        Rounds rounds = new Rounds(List.of(look));
        rounds.start();
        try {
            assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            rounds.stop();
        }
    }
}
