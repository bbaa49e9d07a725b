package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void noneIsGivenTwiceThoughItsServerHasNotStarted() {
        List<Integer> given = IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> Ports.free(100).stream())
                .toList();

        assertThat(given).hasSize(2_000).doesNotHaveDuplicates();
    }
}
