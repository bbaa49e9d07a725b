package vn.ndxhub.routes.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ndxhub.routes.batch.AcceptedTopic;

class AcceptancePlanTest {

    private static final AcceptedTopic SEEN = AcceptedTopic.seen("one");

    @Test
    void findsNothingToAcceptWhereAllThatWasNotReadIsThere() {
        AcceptancePlan plan = plan(SEEN, "one", new OffsetAndMetadata(42, "one"), 42, 50);

        assertThat(plan.isNeeded()).isFalse();
        assertThat(plan.words()).singleElement().asString().contains("nothing to accept");
    }

    @Test
    void readsATopicThatWasCreatedAgainFromItsFirstRecord() {
        AcceptancePlan plan = plan(SEEN, "two", new OffsetAndMetadata(42, "one"), 0, 7);

        assertThat(plan.isNeeded()).isTrue();
        assertThat(plan.isCut()).isFalse();
        assertThat(plan.accepted()).isEqualTo(new AcceptedTopic("two", List.of(0L)));
        assertThat(plan.words())
                .anySatisfy(words -> assertThat(words).contains("it has id two, what was read of it had one"))
                .anySatisfy(words -> assertThat(words).contains("Partition 0 is read from offset 0 to 7."));
    }

    @Test
    void saysHowManyRecordsAreGone() {
        AcceptancePlan plan = plan(SEEN, "one", new OffsetAndMetadata(42, "one"), 50, 60);

        assertThat(plan.accepted()).isEqualTo(new AcceptedTopic("one", List.of(50L)));
        assertThat(plan.words()).singleElement().asString().contains("8 records in front of it are gone unread");
    }

    @Test
    void takesAPositionThatSomebodyHasSetByHandForNone() {
        AcceptancePlan plan = plan(SEEN, "one", new OffsetAndMetadata(55, ""), 50, 60);

        assertThat(plan.accepted()).isEqualTo(new AcceptedTopic("one", List.of(50L)));
        assertThat(plan.parts().getFirst().lost()).isEqualTo(50);
    }

    @Test
    void acceptsNoTopicThatHasLostItsEnd() {
        AcceptancePlan plan = plan(SEEN, "one", new OffsetAndMetadata(42, "one"), 0, 40);

        assertThat(plan.isCut()).isTrue();
        assertThat(plan.words()).singleElement().asString().contains("cannot be accepted");
    }

    @Test
    void findsNothingToAcceptOnceItIsAccepted() {
        AcceptedTopic accepted = new AcceptedTopic("two", List.of(3L));

        assertThat(plan(accepted, "two", null, 3, 7).isNeeded()).isFalse();
    }

    private static AcceptancePlan plan(
            AcceptedTopic known, String id, @Nullable OffsetAndMetadata committed, long begin, long end) {
        return new AcceptancePlan(
                "feed.library", known.topicId(), id, List.of(AcceptancePlan.part(0, known, id, committed, begin, end)));
    }
}
