package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void waitsForAPortThatIsBeingLetGo() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Integer> held = List.of(holder.getLocalPort());
            assertThat(Ports.becomeFree(held, Duration.ZERO)).isFalse();

            CompletableFuture<Boolean> waiting =
                    CompletableFuture.supplyAsync(() -> Ports.becomeFree(held, Duration.ofSeconds(20)));
            holder.close();

            assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givesUpOnAPortThatIsKept() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.becomeFree(List.of(holder.getLocalPort()), Duration.ofMillis(200)))
                    .isFalse();
        }
    }

    @Test
    void handsOutPortsBelowThoseOfClients() {
        assertThat(Ports.free(20)).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
    }
}
