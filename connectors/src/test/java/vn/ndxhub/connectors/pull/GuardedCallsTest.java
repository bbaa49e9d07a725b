package vn.ndxhub.connectors.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.ndxhub.core.identity.SourceId;

class GuardedCallsTest {

    private final GuardedCalls calls = new GuardedCalls(new SourceId("land"), PullSettings.DEFAULT);

    @Test
    void letsOneCallInAtATime() {
        List<String> refused = new ArrayList<>();

        assertThatThrownBy(() -> calls.call(() -> {
                    try {
                        calls.call(() -> CompletableFuture.failedFuture(new IOException("never asked")));
                    } catch (SourceAway e) {
                        refused.add(e.getMessage());
                    }
                    return CompletableFuture.failedFuture(new IllegalStateException("enough"));
                }))
                .isInstanceOf(SourceAway.class);

        assertThat(refused).singleElement().asString().contains("being pulled already");
    }
}
