package vn.ndxhub.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.ObservationKind;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.RefusalOutcome;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.StatedValue;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contract.TopicIdBytes;
import vn.ndxhub.schemas.contracts.Contracts;
import vn.ndxhub.schemas.registry.RefusedSchemaException;
import vn.ndxhub.schemas.registry.UnknownSchemaException;
import vn.ndxhub.schemas.topics.HubTopic;

class ContractWireTest {

    private static final Seal SEAL = new Seal("land", "2023-09", 1, "operator", 5L);

    private final HeldRegistry registry = new HeldRegistry();

    @Test
    void writesTheBytesOfTheWireFormat() {
        registry.hold(Contracts.published(Seal.getClassSchema()));

        byte[] bytes = sealWriter().write(SEAL);

        // 0, id 0x01020301, then zigzag lengths and text, ints zigzag: 1 -> 02, 5 -> 0a
        assertThat(bytes)
                .isEqualTo(concat(
                        new byte[] {0, 1, 2, 3, 1, 8},
                        "land".getBytes(StandardCharsets.UTF_8),
                        new byte[] {14},
                        "2023-09".getBytes(StandardCharsets.UTF_8),
                        new byte[] {2, 16},
                        "operator".getBytes(StandardCharsets.UTF_8),
                        new byte[] {10}));
    }

    @Test
    void readsEveryContractBackIntoItsClass() {
        registry.hold(Contracts.published(Seal.getClassSchema()));
        registry.hold(Contracts.published(StatusEvent.getClassSchema()));
        registry.hold(Contracts.published(Refusal.getClassSchema()));
        registry.hold(Contracts.published(Contribution.getClassSchema()));
        StatusEvent event = event("Hà Nội");
        Refusal refusal = new Refusal(
                "land",
                RefusalOutcome.PARKED,
                "unknown-schema",
                null,
                null,
                null,
                null,
                new TopicIdBytes(new byte[16]),
                0,
                7L,
                0,
                9L,
                0);
        Contribution observation = new Contribution(
                "land.parcels",
                ObservationKind.SNAPSHOT,
                LocalDate.of(2023, 7, 31),
                Map.of("area", "01"),
                0,
                3,
                ByteBuffer.wrap(new byte[] {0}),
                1L,
                -4L,
                new StatedValue(1L, 2L, 3L),
                1,
                99L);

        ContractReader reader =
                new ContractReader(registry, Set.of(Seal.class, StatusEvent.class, Refusal.class, Contribution.class));

        assertThat(reader.read(sealWriter().write(SEAL))).isEqualTo(SEAL);
        assertThat(reader.read(eventWriter().write(event))).isEqualTo(event);
        assertThat(reader.read(new ContractWriter<Refusal>(registry, Refusal.getClassSchema()).write(refusal)))
                .isEqualTo(refusal);
        assertThat(reader.read(
                        new ContractWriter<Contribution>(registry, Contribution.getClassSchema()).write(observation)))
                .isEqualTo(observation);
    }

    @Test
    void asksTheRegistryOnceAnId() {
        registry.hold(Contracts.published(Seal.getClassSchema()));
        ContractWriter<Seal> writer = sealWriter();
        ContractReader reader = new ContractReader(registry, HubTopic.CONTROL.contracts());

        for (int i = 0; i < 10; i++) {
            reader.read(writer.write(SEAL));
        }

        assertThat(registry.asked).isEqualTo(2);
    }

    @Test
    void keepsAskingForAnIdUntilItIsRegistered() {
        ContractWriter<Seal> writer = sealWriter();
        assertThatThrownBy(() -> writer.write(SEAL)).isInstanceOf(UnknownSchemaException.class);

        registry.hold(Contracts.published(Seal.getClassSchema()));

        assertThat(writer.write(SEAL)).startsWith(0, 1, 2, 3, 1);
    }

    @Test
    void leavesNothingOfAFailedValueBeforeTheNext() {
        registry.hold(Contracts.published(Seal.getClassSchema()));
        ContractWriter<Seal> writer = sealWriter();
        byte[] whole = writer.write(SEAL);
        Seal incomplete = new Seal("land", "2023-09", 1, "operator", 5L);
        incomplete.setRequestedBy(null);

        assertThatThrownBy(() -> writer.write(incomplete)).isInstanceOf(NullPointerException.class);

        assertThat(writer.write(SEAL)).isEqualTo(whole);
    }

    @Test
    void refusesAContractThatIsNotAllowedHere() {
        registry.hold(Contracts.published(Seal.getClassSchema()));
        byte[] seal = sealWriter().write(SEAL);
        ContractReader observations = new ContractReader(registry, HubTopic.CONTRIBUTIONS.contracts());

        assertThatThrownBy(() -> observations.read(seal))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("vn.ndxhub.schemas.contract.Seal");
    }

    @Test
    void refusesASchemaOfOurNameThatOursCannotRead() {
        Schema impostor = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Seal\",\"namespace\":\"vn.ndxhub.schemas.contract\",\"fields\":"
                        + "[{\"name\":\"source\",\"type\":\"bytes\"}]}");
        int id = registry.hold(impostor);
        ContractReader reader = new ContractReader(registry, HubTopic.CONTROL.contracts());

        assertThatThrownBy(() -> reader.read(new byte[] {0, 1, 2, 3, (byte) id, 0}))
                .isInstanceOf(RefusedSchemaException.class);
    }

    @Test
    void readsAnOlderVersionWithTheDefaultsOfTheNewer() {
        String text = Contracts.published(StatusEvent.getClassSchema()).toString();
        String older = text.replaceFirst(",\\{\"name\":\"attempt\"[^}]*}", "");
        assertThat(older).isNotEqualTo(text);
        registry.hold(new Schema.Parser().parse(older));
        registry.hold(new Schema.Parser().parse(text));
        byte[] current = eventWriter().write(event("x"));
        byte[] asOlder = Arrays.copyOf(current, current.length - 1);
        asOlder[4] = 1;

        StatusEvent read = (StatusEvent) new ContractReader(registry, Set.of(StatusEvent.class)).read(asOlder);

        assertThat(read).isEqualTo(event("x"));
    }

    @Test
    void callsBrokenBytesMalformedWithoutQuotingThem() {
        registry.hold(Contracts.published(Seal.getClassSchema()));
        byte[] whole = sealWriter().write(SEAL);
        ContractReader reader = new ContractReader(registry, HubTopic.CONTROL.contracts());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(MalformedWireException.class);
        }
        assertThatThrownBy(() -> reader.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(MalformedWireException.class)
                .hasMessageContaining("longer");
        whole[0] = 1;
        assertThatThrownBy(() -> reader.read(whole))
                .isInstanceOf(MalformedWireException.class)
                .hasMessageNotContaining("land");
    }

    private ContractWriter<Seal> sealWriter() {
        return new ContractWriter<>(registry, Seal.getClassSchema());
    }

    private ContractWriter<StatusEvent> eventWriter() {
        return new ContractWriter<>(registry, StatusEvent.getClassSchema());
    }

    private static StatusEvent event(String area) {
        return StatusEvent.newBuilder()
                .setIdentity(new IdentityBytes(new byte[16]))
                .setEventId("e-1")
                .setType("birth.registered")
                .setOccurred(1L)
                .setRecorded(2L)
                .setDimensions(Map.of("area", area))
                .setContentHash(-3L)
                .setFeedPartition(0)
                .setFeedOffset(12L)
                .setFeedIndex(0)
                .setIntake(3L)
                .setMode(EntryMode.INTEGRATED)
                .build();
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
