package vn.ndxhub.app.seals;

import org.apache.kafka.clients.admin.Admin;
import vn.ndxhub.app.configuration.GroupProperties;
import vn.ndxhub.app.running.HubParts;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.log.SourceLog;
import vn.ndxhub.core.seal.Sealer;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.routes.seal.CommittedPositions;
import vn.ndxhub.routes.seal.KafkaSealTopics;
import vn.ndxhub.routes.seal.OrderedSeals;

/** Makes what seals a source. */
public final class SealParts {

    private final HubParts parts;
    private final Admin admin;
    private final OrderedSeals orders;
    private final SealFigures figures;
    private final Names names;

    /** What the readers of feeds and logs commit under. */
    public record Names(GroupProperties groups, HubRunner.Work work) {}

    public SealParts(HubParts parts, Admin admin, OrderedSeals orders, SealFigures figures, Names names) {
        this.parts = parts;
        this.admin = admin;
        this.orders = orders;
        this.figures = figures;
        this.names = names;
    }

    OrderedSeals orders() {
        return orders;
    }

    SourceSeals of(SourceLog log) {
        SourceId source = log.source();
        CommittedPositions feed =
                new CommittedPositions(admin, source.feedTopic(), names.groups().feed() + "-" + source);
        CommittedPositions counted = new CommittedPositions(
                admin, log.events(), names.work().counting().applicationId(log));
        KafkaSealTopics topics = new KafkaSealTopics(
                log,
                new KafkaSealTopics.Reading(orders, feed, SourceSeals.PATIENCE, () -> figures.acknowledged(source)),
                parts::sealProducer,
                parts.registry());
        return new SourceSeals(source, new Sealer(topics), new SourceSeals.Lags(feed::lag, counted::lag));
    }
}
