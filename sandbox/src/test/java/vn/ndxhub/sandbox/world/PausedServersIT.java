package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frozen server keeps its connections, so whoever asks it must bring the time limit. */
class PausedServersIT {

    private static final Duration BOUND = Duration.ofSeconds(15);

    @TempDir
    private static Path folder;

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start(folder);
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void everyServerIsSeenNotToAnswerWithinBoundedTime() {
        for (Server server : servers()) {
            server.pause();
            boolean healthy = Assertions.assertTimeoutPreemptively(BOUND, server::isHealthy, server.name());
            server.resume();

            assertThat(healthy).as(server.name()).isFalse();
            assertThat(server.isHealthy()).as(server.name()).isTrue();
        }
    }

    @Test
    void aPausedServerIsStoppedInOrderAndNotByForce() {
        for (Server server : servers()) {
            server.pause();

            Assertions.assertTimeoutPreemptively(BOUND, server::stop, server.name());

            assertThat(server.isRunning()).as(server.name()).isFalse();
            server.start();
        }
    }

    private static List<Server> servers() {
        return List.of(world.registry(), world.postgres(), world.broker());
    }
}
