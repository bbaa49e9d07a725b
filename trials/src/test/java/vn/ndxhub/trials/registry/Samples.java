package vn.ndxhub.trials.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.ControlTotal;
import vn.ndxhub.schemas.contract.CountingCommit;
import vn.ndxhub.schemas.contract.Definition;
import vn.ndxhub.schemas.contract.DefinitionKind;
import vn.ndxhub.schemas.contract.EntryMode;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.EventLog;
import vn.ndxhub.schemas.contract.IdentityBytes;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.contract.ObservationKind;
import vn.ndxhub.schemas.contract.ObservationStatus;
import vn.ndxhub.schemas.contract.ReadTopic;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.RefusalOutcome;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.SealAcknowledgement;
import vn.ndxhub.schemas.contract.StatedValue;
import vn.ndxhub.schemas.contract.StatusEvent;
import vn.ndxhub.schemas.contract.TopicIdBytes;
import vn.ndxhub.schemas.contracts.Contract;
import vn.ndxhub.schemas.contracts.Contracts;

/** One invented record of every contract. No map has two entries: their order on the wire is free. */
final class Samples {

    private static final LocalDate DAY = LocalDate.of(2023, 9, 15);

    private static final TopicIdBytes TOPIC =
            new TopicIdBytes("a topic's own id.".substring(0, 16).getBytes(StandardCharsets.UTF_8));

    private Samples() {}

    static List<SpecificRecord> all() {
        return List.of(
                new EventBatch(
                        "civil-registry",
                        TOPIC,
                        -8_000_000_000_003L,
                        9L,
                        List.of(new StatusEvent(
                                new IdentityBytes("sixteen bytes it".getBytes(StandardCharsets.UTF_8)),
                                "HS-0001",
                                "birth.registered",
                                null,
                                1_694_736_000_000L,
                                1_694_736_000_001L,
                                1L,
                                12_000L,
                                Map.of("area", "46"),
                                "p-01",
                                -7_000_000_000_001L,
                                77,
                                3,
                                1_000_000_000_000L,
                                0,
                                1_694_736_000_002L,
                                0,
                                EntryMode.TYPED,
                                "so-tai-chinh"))),
                new Refusal(
                        "land",
                        RefusalOutcome.PARKED,
                        "unknown-schema",
                        null,
                        "p-02",
                        "T-1 Đà Nẵng",
                        null,
                        TOPIC,
                        0,
                        5L,
                        -1,
                        9L,
                        2),
                new Seal("land", "2023-09", 1, "operator", 1_696_000_000_000L),
                new Contribution(
                        "land.parcels",
                        ObservationKind.SNAPSHOT,
                        DAY,
                        Map.of("area", "48"),
                        0,
                        3,
                        ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0}),
                        1L,
                        -4_000_000_000_000L,
                        new StatedValue(1L, -2L, 3L),
                        1,
                        99L),
                new SealAcknowledgement("land", "2023-09", 1, 1, 3, 98L, 1L, -4_000_000_000_000L),
                new CountingCommit(1, 3, 99L),
                new MonthlyCounter(
                        "land.parcels",
                        "2023-09",
                        Map.of(),
                        ObservationStatus.REVISED,
                        ByteBuffer.wrap(new byte[] {5}),
                        ByteBuffer.wrap(new byte[] {-4}),
                        3L,
                        -2L,
                        1,
                        DAY,
                        1,
                        1000L),
                new ControlTotal("land", DAY, 10L, "00ff00ff00ff00ff", 1_696_000_000_000L),
                new EventLog("land", 1, "hub.events.land", "q1Sh-9_ISia_zwGINzRvyQ", 12),
                new ReadTopic("feed.land", "q1Sh-9_ISia_zwGINzRvyQ", List.of(), null),
                new Definition("land", DefinitionKind.INDICATORS, -6_000_000_000_009L, "source land\n"));
    }

    static Contract contractOf(SpecificRecord record) {
        return Contracts.all().stream()
                .filter(contract -> contract.type() == record.getClass())
                .findFirst()
                .orElseThrow();
    }
}
