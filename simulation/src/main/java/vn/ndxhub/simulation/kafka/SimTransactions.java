package vn.ndxhub.simulation.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** The transaction coordinator: one open transaction an id, a later producer of the same id fences the earlier one. */
final class SimTransactions {

    private final SimBroker broker;
    private final Map<String, Session> sessions = new HashMap<>();
    private long producersMade;

    SimTransactions(SimBroker broker) {
        this.broker = broker;
    }

    /** One producer's hold on a transactional id. */
    final class Session {
        private final long producerId = ++producersMade;
        private final String id;
        private final long timeoutMillis;
        private final Set<TopicPartition> written = new HashSet<>();
        private final Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets = new HashMap<>();
        private boolean open;
        private boolean ended;
        private long since;

        Session(String id, long timeoutMillis) {
            this.id = id;
            this.timeoutMillis = timeoutMillis;
        }

        long producerId() {
            return producerId;
        }

        void begin() {
            refuseFenced();
            open = true;
            since = broker.clock().millis();
        }

        void wrote(TopicPartition partition) {
            refuseFenced();
            written.add(partition);
        }

        void offsets(String group, Map<TopicPartition, OffsetAndMetadata> next) {
            refuseFenced();
            offsets.computeIfAbsent(group, g -> new HashMap<>()).putAll(next);
        }

        void end(boolean commits) {
            refuseFenced();
            finish(commits);
        }

        private void finish(boolean commits) {
            long now = broker.clock().millis();
            written.forEach(partition -> {
                if (broker.exists(partition.topic())) {
                    broker.at(partition).endTransaction(producerId, commits, now);
                }
            });
            if (commits) {
                offsets.forEach((group, next) -> broker.group(group).store(next));
            }
            written.clear();
            offsets.clear();
            open = false;
        }

        void refuseFenced() {
            if (sessions.get(id) != this) {
                throw new ProducerFencedException("Another producer has the transactional id " + id);
            }
            if (ended) {
                throw new InvalidProducerEpochException("The broker has ended the transaction of " + id);
            }
        }
    }

    /** Ends what the one before has left open. */
    Session begin(String id, long timeoutMillis) {
        Session before = sessions.get(id);
        if (before != null && before.open) {
            before.finish(false);
        }
        Session session = new Session(id, timeoutMillis);
        sessions.put(id, session);
        return session;
    }

    void abortOverdue(long now) {
        for (Session session : sessions.values()) {
            if (session.open && now - session.since > session.timeoutMillis) {
                session.finish(false);
                session.ended = true;
            }
        }
    }
}
