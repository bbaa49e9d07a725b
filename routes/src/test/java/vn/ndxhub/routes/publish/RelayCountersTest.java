package vn.ndxhub.routes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ndxhub.core.figures.FigureStore;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.routes.HeldRegistry;
import vn.ndxhub.routes.batch.RecordBatch;
import vn.ndxhub.schemas.contract.MonthlyCounter;
import vn.ndxhub.schemas.topics.HubTopic;
import vn.ndxhub.schemas.wire.ContractReader;
import vn.ndxhub.schemas.wire.ContractWriter;

/** The outbox of monthly counters, its reader stopped or overtaken at each of its steps. */
class RelayCountersTest {

    private static final SourceLog LOG = new SourceLog(new SourceId("library"), 1, 2);

    private final HeldRegistry registry = new HeldRegistry();
    private final HeldFigures figures = new HeldFigures();
    private final List<MonthlyCounter> topic = new ArrayList<>();
    private final List<Hub> hubs = new ArrayList<>();

    @Test
    void sendsEachCounterOnceAsItIsNow() {
        Hub hub = new Hub();
        figures.change("loans");
        figures.change("fines");
        figures.change("loans");
        hub.relay();
        hub.relay();

        assertThat(topic).extracting(MonthlyCounter::getPosition).containsExactlyInAnyOrder(2L, 3L);
        assertThat(topic)
                .extracting(each -> new BigInteger(each.getValue().array()))
                .contains(BigInteger.valueOf(3));
    }

    @Test
    void sendsNothingOfAnEpochThatIsNotRead() {
        figures.change("loans");
        Hub hub = new Hub(new SourceLog(LOG.source(), 2, 2));
        hub.relay();

        assertThat(topic).isEmpty();
        assertThat(hub.producers).isZero();
    }

    @Test
    void owesAReadingOfTheOutboxFromEachAssignmentOn() {
        Hub hub = new Hub();
        boolean atFirst = hub.counters.isOwed();
        hub.relay();
        boolean afterwards = hub.counters.isOwed();
        hub.counters.opened();

        assertThat(atFirst).isTrue();
        assertThat(afterwards).isFalse();
        assertThat(hub.counters.isOwed()).isTrue();
        hub.relay();
        assertThat(hub.producers).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverPutsAnOlderVersionBehindANewerOneWhenItIsStoppedAtAStep(int step) {
        figures.change("loans");
        Hub stopped = new Hub();
        stopped.atStep(step, () -> {
            throw new IllegalStateException("killed");
        });
        stopped.relay();
        figures.change("loans");
        new Hub().relay();

        assertThatTheTopicOnlyGrows();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverPutsAnOlderVersionBehindANewerOneWhenItIsOvertakenAtAStep(int step) {
        figures.change("loans");
        Hub overtaken = new Hub();
        overtaken.atStep(step, () -> {
            figures.change("loans");
            new Hub().relay();
        });
        overtaken.relay();
        figures.change("loans");
        new Hub().relay();

        assertThatTheTopicOnlyGrows();
    }

    private void assertThatTheTopicOnlyGrows() {
        assertThat(topic).extracting(MonthlyCounter::getPosition).isSorted();
        assertThat(topic.getLast().getPosition()).isEqualTo(figures.newest());
    }

    /** One hub with its producer; the newest that begins its transactions fences the others. */
    private final class Hub {

        private final RelayCounters counters;
        private int producers;
        private int step;
        private int stepOfInterest;
        private Runnable then = () -> {};

        Hub() {
            this(LOG);
        }

        Hub(SourceLog log) {
            counters = new RelayCounters(
                    log,
                    new SteppingFigures(this),
                    this::producer,
                    new ContractWriter<>(registry, MonthlyCounter.getClassSchema()));
            counters.opened();
            hubs.add(this);
        }

        void atStep(int which, Runnable what) {
            stepOfInterest = which;
            then = what;
        }

        void step() {
            if (++step == stepOfInterest) {
                then.run();
            }
        }

        void relay() {
            try {
                counters.relay(new RecordBatch(new TopicId(1, 2), ConsumerRecords.empty()));
            } catch (RuntimeException stopped) {
                // Killed, or fenced: what is left is for the next one.
            }
        }

        private Producer<byte[], byte[]> producer() {
            producers++;
            return new Stepping(this);
        }
    }

    private Stepping owner;

    /** Shows what it has committed on the topic. */
    private final class Stepping extends MockProducer<byte[], byte[]> {

        private final Hub hub;
        private int shown;

        Stepping(Hub hub) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.hub = hub;
        }

        @Override
        public void initTransactions() {
            hub.step();
            if (owner != null && !owner.closed()) {
                owner.fenceProducer();
            }
            owner = this;
            super.initTransactions();
            hub.step();
        }

        @Override
        public void commitTransaction() {
            hub.step();
            super.commitTransaction();
            ContractReader reader = new ContractReader(registry, HubTopic.MONTHLY_COUNTERS.contracts());
            for (ProducerRecord<byte[], byte[]> record :
                    history().subList(shown, history().size())) {
                topic.add((MonthlyCounter) reader.read(record.value()));
            }
            shown = history().size();
            hub.step();
        }
    }

    /** The figures, with a step before and after each look at the outbox. */
    private final class SteppingFigures implements FigureStore {

        private final Hub hub;

        SteppingFigures(Hub hub) {
            this.hub = hub;
        }

        @Override
        public void prepare() {
            figures.prepare();
        }

        @Override
        public long readPosition(SourceLog log) {
            return figures.readPosition(log);
        }

        @Override
        public void add(SourceLog log, vn.ndxhub.core.figures.ContributionBatch batch) {
            figures.add(log, batch);
        }

        @Override
        public boolean isPublished(SourceLog log) {
            return figures.isPublished(log);
        }

        @Override
        public List<vn.ndxhub.core.figures.MonthlyCounter> unsent(SourceLog log, int most) {
            hub.step();
            List<vn.ndxhub.core.figures.MonthlyCounter> unsent = figures.unsent(log, most);
            hub.step();
            return unsent;
        }

        @Override
        public void sent(SourceLog log, Collection<vn.ndxhub.core.figures.MonthlyCounter> counters) {
            hub.step();
            figures.sent(log, counters);
            hub.step();
        }
    }
}
