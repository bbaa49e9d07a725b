package vn.ndxhub.routes.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.ndxhub.connectors.normalise.ReasonCode;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.Origin;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.EventEntry;
import vn.ndxhub.routes.batch.KafkaSettings;

/** Whatever a feed takes must find room among the rejects and the parked, or its reader would stand still for ever. */
class RoomForRejectsTest {

    private static final JsonNode PLAN = new YAMLMapper().readTree(Path.of("../deploy/topics.yaml"));
    private static final String LIMIT = "max.message.bytes";

    private final Map<String, Object> producer =
            new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:1")).producer();

    @ParameterizedTest
    @ValueSource(strings = {"hub.rejects", "hub.parked"})
    void takesTheLargestRecordOfAFeedWithTheLongestHeaders(String topic) {
        int largest = largestRefused();

        assertThat(PLAN.at("/sources").path(topic).path("config").path(LIMIT).asInt())
                .isGreaterThan(largest);
        assertThat((int) producer.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).isGreaterThan(largest);
    }

    @Test
    void noProfileOfAFeedSetsALimitOfItsOwn() {
        assertThat(PLAN.at("/sources/feed/profiles"))
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(profile.propertyNames()).doesNotContain(LIMIT, "compression.type"));
    }

    @Test
    void limitsAFeedByTheBytesThatTheHubReads() {
        assertThat(PLAN.at("/sources/feed/config/compression.type").asString()).isEqualTo("uncompressed");
    }

    private static int largestRefused() {
        byte[] value = new byte[PLAN.at("/sources/feed/config").path(LIMIT).asInt()];
        String message =
                Arrays.stream(ReasonCode.values()).map(ReasonCode::english).reduce("", String::concat);
        EventEntry.Arrival arrival = new EventEntry.Arrival(
                new Origin(
                        new FeedTopic(new SourceId("s".repeat(40)), new TopicId(-1, -1)),
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                "p".repeat(64));
        RejectHeaders longest =
                new RejectHeaders("registry-unavailable", message, "f".repeat(1_000), "t".repeat(200), arrival);
        return AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE.type(),
                new byte[0],
                value,
                longest.toKafka().toArray());
    }
}
