package vn.ndxhub.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.ndxhub.sandbox.world.TopicPlan.PlannedTopic;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorldIT {

    private static final TopicPartition EVENTS = new TopicPartition("hub.events.land", 0);

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
    @Order(1)
    void appliesTheTopicsOnce() {
        List<String> first = world.applyTopics();
        List<String> second = world.applyTopics();

        assertThat(first).contains("made hub.events.land", "made hub.audit", "made feed.civil-registry");
        assertThat(second).isEmpty();
    }

    @Test
    @Order(2)
    void refusesAnotherNumberOfPartitionsWhereItIsFixed() {
        TopicPlan other =
                new TopicPlan(List.of(new PlannedTopic("hub.contributions.land", 8, false, (short) 1, Map.of())));

        assertThatThrownBy(() -> Topics.apply(world.bootstrapServers(), other))
                .hasMessageContaining("hub.contributions.land has 1 partitions")
                .hasMessageContaining("fixed for the topic's life");
    }

    @Test
    @Order(2)
    void leavesAFeedThePartitionsThatItHas() {
        TopicPlan other =
                new TopicPlan(List.of(new PlannedTopic("feed.civil-registry", 16, true, (short) 1, Map.of())));

        assertThat(Topics.apply(world.bootstrapServers(), other)).isEmpty();
    }

    @Test
    @Order(3)
    void leavesATopicAsItIsWhoseCountWasOnlyProposed() {
        TopicPlan other = new TopicPlan(List.of(new PlannedTopic("hub.events.land", 8, true, (short) 1, Map.of())));

        assertThat(Topics.apply(world.bootstrapServers(), other)).isEmpty();
    }

    @Test
    @Order(3)
    void putsASettingBackThatSomebodyHasChanged() {
        Topics.apply(
                world.bootstrapServers(),
                new TopicPlan(List.of(
                        new PlannedTopic("hub.events.land", 4, true, (short) 1, Map.of("retention.ms", "1000000")))));

        assertThat(world.applyTopics()).containsExactly("changed hub.events.land: {retention.ms=-1}");
    }

    @Test
    @Order(4)
    void carriesARecordInEveryCompression() throws Exception {
        for (String compression : List.of("none", "lz4", "zstd", "snappy")) {
            produce(compression, compression);
        }

        assertThat(consumed()).containsExactly("none", "lz4", "zstd", "snappy");
    }

    @Test
    @Order(5)
    void registersContractsAndNativeSchemas() {
        world.registerSchemas();

        assertThat(versions("vn.ndxhub.schemas.contract.EventBatch")).containsExactly(1);
        assertThat(versions("feed.civil-registry-value")).containsExactly(1);
    }

    @Test
    @Order(6)
    void hasADatabaseOfOneOwner() throws Exception {
        execute("create table kept (n int)");
        execute("insert into kept values (42)");

        assertThat(kept()).isEqualTo(42);
        assertThatThrownBy(() -> DriverManager.getConnection(world.databaseUrl(), world.databaseUser(), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    @Order(7)
    void keepsItsSecretsToItsOwner() throws Exception {
        assertThat(world.operatorToken()).hasSizeGreaterThan(40).isEqualTo(world.operatorToken());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run/operator-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(8)
    void isFoundByAnotherThatAttaches() {
        World other = World.attach(folder);

        assertThat(other.bootstrapServers()).isEqualTo(world.bootstrapServers());
        assertThat(other.broker().pid()).isEqualTo(world.broker().pid());
    }

    @Test
    @Order(9)
    void noticesAPauseAndGoesOn() {
        world.postgres().pause();

        assertThat(world.postgres().isRunning()).isTrue();
        assertThat(world.postgres().isHealthy()).isFalse();

        world.postgres().resume();

        assertThat(world.postgres().isHealthy()).isTrue();
    }

    @Test
    @Order(10)
    void noticesAKillAndComesBackAtTheSamePort() {
        String before = world.bootstrapServers();
        world.broker().kill();

        assertThat(world.broker().isHealthy()).isFalse();
        assertThatThrownBy(() -> World.attach(folder)).hasMessageContaining("[broker]");
        assertThatThrownBy(() -> world.demandRunning()).hasMessageContaining("broker has ended; its log is");

        world.broker().start();

        assertThat(world.broker().isHealthy()).isTrue();
        assertThat(world.bootstrapServers()).isEqualTo(before);
    }

    @Test
    @Order(11)
    void keepsItsDataOverARestart() throws Exception {
        world.close();

        assertThat(world.parts()).noneMatch(World.Part::running);

        world = World.start(folder);

        assertThat(consumed()).containsExactly("none", "lz4", "zstd", "snappy");
        assertThat(kept()).isEqualTo(42);
        assertThat(versions("feed.civil-registry-value")).containsExactly(1);
        assertThat(world.applyTopics()).isEmpty();
    }

    @Test
    @Order(12)
    void saysWhyAPartDoesNotStart() throws Exception {
        world.postgres().stop();
        Path configuration = folder.resolve("data/postgres/cluster/postgresql.conf");
        Files.writeString(configuration, "\nno_such_setting = 1\n", java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(() -> world.postgres().start())
                .hasMessageContaining("postgres ended while it started")
                .hasMessageContaining("no_such_setting");
    }

    private static void produce(String value, String compression) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", world.bootstrapServers(), "compression.type", compression);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            EVENTS.topic(), EVENTS.partition(), null, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> consumed() {
        Map<String, Object> config = Map.of("bootstrap.servers", world.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(EVENTS));
            consumer.seekToBeginning(List.of(EVENTS));
            long end = consumer.endOffsets(List.of(EVENTS)).get(EVENTS);
            List<String> values = new java.util.ArrayList<>();
            while (consumer.position(EVENTS) < end) {
                for (ConsumerRecord<byte[], byte[]> polled : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(new String(polled.value(), StandardCharsets.UTF_8));
                }
            }
            return values;
        }
    }

    private static List<Integer> versions(String subject) {
        try (var registry = new HttpSchemaRegistry(RegistryConfig.at(URI.create(world.registryUrl())))) {
            return registry.versions(subject);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int kept() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select n from kept")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(world.databaseUrl(), world.databaseUser(), world.databasePassword());
    }
}
