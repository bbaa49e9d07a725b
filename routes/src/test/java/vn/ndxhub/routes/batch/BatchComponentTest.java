package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchComponentTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BatchComponent component = new BatchComponent(
            new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1")), null, topic -> Optional.empty());

    @BeforeEach
    void add() {
        context.addComponent(BatchComponent.SCHEME, component);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @Test
    void hasOneStateForATopicAndAGroup() {
        context.getEndpoint("kafka-batch:feed.library?group=a");
        context.getEndpoint("kafka-batch:feed.library?group=a&start=kept");

        assertThat(component.states()).singleElement().satisfies(state -> {
            assertThat(state.topic()).isEqualTo("feed.library");
            assertThat(state.group()).isEqualTo("a");
            assertThat(state.isBroken()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka-batch:feed.library",
                "kafka-batch:feed.library?group=a&start=latest",
                "kafka-batch:feed.library?group=a&due=#nobody",
                "kafka-batch:feed.library?group=a&colour=blue"
            })
    void refusesAnAddressItDoesNotUnderstand(String address) {
        assertThatThrownBy(() -> context.getEndpoint(address)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void onlyReads() {
        assertThatThrownBy(() ->
                        context.getEndpoint("kafka-batch:feed.library?group=a").createProducer())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aBrokenReaderStaysBrokenAndSaysWhy() {
        context.getEndpoint("kafka-batch:feed.library?group=a");
        BatchState state = component.states().iterator().next();

        state.breaks("records are gone");

        assertThat(state.isBroken()).isTrue();
        assertThat(state.failure()).isEqualTo("records are gone");
    }
}
