package vn.ndxhub.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.contract.Contribution;
import vn.ndxhub.schemas.contract.EventBatch;
import vn.ndxhub.schemas.contract.ObservationKind;
import vn.ndxhub.schemas.contract.Refusal;
import vn.ndxhub.schemas.contract.Seal;
import vn.ndxhub.schemas.contract.StatedValue;
import vn.ndxhub.schemas.topics.HubTopic;

class ContractsTest {

    @Test
    void namesTheSubjectByTheRecordWhateverItsTopics() {
        assertThat(Contracts.all())
                .extracting(Contract::subject)
                .containsExactly(
                        "vn.ndxhub.schemas.contract.EventBatch",
                        "vn.ndxhub.schemas.contract.Refusal",
                        "vn.ndxhub.schemas.contract.Seal",
                        "vn.ndxhub.schemas.contract.Contribution",
                        "vn.ndxhub.schemas.contract.SealAcknowledgement",
                        "vn.ndxhub.schemas.contract.CountingCommit",
                        "vn.ndxhub.schemas.contract.MonthlyCounter",
                        "vn.ndxhub.schemas.contract.ControlTotal",
                        "vn.ndxhub.schemas.contract.EventLog",
                        "vn.ndxhub.schemas.contract.ReadTopic",
                        "vn.ndxhub.schemas.contract.Definition");
        assertThat(HubTopic.EVENTS.contracts()).containsExactlyInAnyOrder(EventBatch.class, Refusal.class, Seal.class);
    }

    @Test
    void coversEveryContractButTheHeaders() {
        assertThat(Contracts.all().stream().map(c -> c.type().getSimpleName()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContractFiles.names().stream()
                        .filter(name -> !name.equals("RejectHeaders"))
                        .toList());
    }

    @Test
    void publishesTheTextOfTheContractItself() {
        for (Contract contract : Contracts.all()) {
            assertThat(contract.schema().toString())
                    .isEqualTo(ContractFiles.current(contract.type().getSimpleName())
                            .toString());
        }
    }

    @Test
    void letsAvroCopyARecordOfOurs() {
        Contracts.trustOwnPackage();
        Contribution observation = Contribution.newBuilder()
                .setIndicator("land.parcels")
                .setKind(ObservationKind.MEMBER)
                .setDay(LocalDate.of(2023, 9, 1))
                .setDimensions(Map.of())
                .setVintage(0)
                .setLogPartition(0)
                .setValue(ByteBuffer.wrap(new byte[] {0}))
                .setCount(1)
                .setDigest(1)
                .setStated(new StatedValue(1L, 2L, 3L))
                .setLogEpoch(1)
                .setPosition(1)
                .build();

        assertThat(Contribution.newBuilder(observation).build()).isEqualTo(observation);
    }
}
