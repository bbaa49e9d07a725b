package vn.ndxhub.app.watching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.app.running.BadFolders;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.app.running.PulledSources;
import vn.ndxhub.app.running.RouteStates;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.connectors.source.Source;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.store.PostgresFigureStore;
import vn.ndxhub.routes.batch.BatchComponent;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;

/** Who is looked at, and by whom. */
@Configuration(proxyBeanMethods = false)
class WatchingConfiguration {

    @Bean
    HubState hubState(HubRunner runner, RouteStates routes, BatchComponent readers, PulledSources pulled) {
        return new LiveHub(runner, routes, readers, pulled);
    }

    @Bean
    Neighbours neighbours(Admin broker, HttpSchemaRegistry registry, PostgresFigureStore database, Clock clock) {
        return new Neighbours(Questions.to(broker, registry, database), clock);
    }

    @Bean
    HubMetrics hubMetrics(
            HubState hub,
            Neighbours neighbours,
            SourceCatalog catalog,
            BadFolders badFolders,
            IntakeFigures figures,
            TransactionTemplate oneSnapshot) {
        List<SourceId> sources = catalog.sources().stream().map(Source::id).toList();
        IntakeGauges intake = new IntakeGauges(
                sources,
                () -> Objects.requireNonNull(oneSnapshot.execute(
                        transaction -> new IntakeGauges.Read(figures.bySource(), figures.byReason()))));
        List<SourceId> all = Stream.concat(sources.stream(), badFolders.sources().stream())
                .distinct()
                .toList();
        return new HubMetrics(hub, neighbours, all, intake);
    }

    @Bean
    Rounds rounds(Neighbours neighbours, HubMetrics metrics) {
        List<Runnable> looks = new ArrayList<>(List.of(metrics::refresh));
        neighbours.contacts().forEach(contact -> looks.add(contact::look));
        return new Rounds(looks);
    }
}
