package vn.ndxhub.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.internals.KafkaThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DeadKafkaThreadTest {

    private final Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(KafkaThread.class);
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void listenNoMore() {
        logger.detachAndStopAllAppenders();
    }

    @Test
    void hearsOfAThreadOfKafkaThatDies() throws InterruptedException {
        DeadKafkaThread.listen(logger, (thread, failure) -> heard.add(thread.getName() + ": " + failure.getMessage()));
        Thread thread = KafkaThread.nonDaemon("a-thread-of-kafka", () -> {
            throw new InternalError("as thrown by a test");
        });

        thread.start();
        thread.join();

        assertThat(heard).containsExactly("a-thread-of-kafka: as thrown by a test");
    }
}
