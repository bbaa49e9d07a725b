package vn.ndxhub.routes.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private final KafkaSettings settings =
            new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "SSL"));

    @Test
    void boundsAnExchangeInRecordsAndInBytes() {
        assertThat(settings.consumer("readers"))
                .containsEntry("max.poll.records", 20_000)
                .containsEntry("fetch.max.bytes", 8 << 20)
                .containsEntry("max.partition.fetch.bytes", 2 << 20);
    }

    @Test
    void asksABrokerOnceASecondForWhatIsNotThereAndIsAnsweredAtOnceWhenItIs() {
        assertThat(settings.consumer("readers"))
                .containsEntry("fetch.max.wait.ms", 1_000)
                .doesNotContainKey("fetch.min.bytes");
    }

    @Test
    void neverSkipsARecordAndNeverShowsAnAbortedOne() {
        assertThat(settings.consumer("readers"))
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("group.id", "readers");
    }

    @Test
    void keepsTheOrderOfWhatItWrites() {
        assertThat(settings.producer())
                .containsEntry("enable.idempotence", true)
                .containsEntry("acks", "all")
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE);
    }

    @Test
    void kafkaKnowsEverySetting() {
        assertThat(ConsumerConfig.configNames())
                .containsAll(settings.consumer("readers").keySet());
        assertThat(ProducerConfig.configNames()).containsAll(settings.producer().keySet());
        assertThat(settings.admin()).containsEntry("security.protocol", "SSL");
    }

    @Test
    void needsABroker() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaSettings(Map.of()))
                .withMessageStartingWith("hub.kafka.bootstrap-servers is missing");
    }
}
