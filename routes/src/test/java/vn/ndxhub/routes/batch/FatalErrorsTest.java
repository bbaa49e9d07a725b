package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class FatalErrorsTest {

    private static final Error ERROR = new InternalError("as thrown by a test");

    @Test
    void throwsTheErrorThatAFailureHides() {
        Exception hiding = new IllegalStateException(new ExecutionException(ERROR));

        assertThatExceptionOfType(InternalError.class)
                .isThrownBy(() -> FatalErrors.rethrow(hiding))
                .isSameAs(ERROR);
    }

    @Test
    void leavesAloneWhatASecondTryMayMend() {
        assertThatCode(() -> FatalErrors.rethrow(new IllegalStateException(new RuntimeException())))
                .doesNotThrowAnyException();
    }

    @Test
    void givesTheHandlerWhatAnExecutorWouldKeepToItself() throws InterruptedException {
        LinkedBlockingQueue<Throwable> handled = new LinkedBlockingQueue<>();
        try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, failure) -> handled.add(failure))
                .unstarted(task))) {
            executor.execute(FatalErrors.passedOn(() -> {
                throw ERROR;
            }));

            assertThat(handled.take()).isSameAs(ERROR);
        }
    }
}
