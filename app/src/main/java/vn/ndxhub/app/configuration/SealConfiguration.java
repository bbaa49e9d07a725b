package vn.ndxhub.app.configuration;

import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ndxhub.app.running.HubParts;
import vn.ndxhub.app.running.HubRunner;
import vn.ndxhub.app.seals.SealParts;
import vn.ndxhub.app.seals.SealWatch;
import vn.ndxhub.app.seals.SealedFigures;
import vn.ndxhub.app.seals.Seals;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.MonthsToSeal;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.routes.control.ControlTopic;
import vn.ndxhub.routes.seal.OrderedSeals;

/** The sealing of months. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    @Bean
    SealedFigures sealedFigures(SealFigures seals, IntakeFigures intake, JdbcClient client) {
        return new SealedFigures(seals, new MonthsToSeal(client), intake);
    }

    @Bean
    SealParts sealParts(HubParts parts, Admin admin, SealFigures figures, GroupProperties groups, HubRunner.Work work) {
        OrderedSeals orders = new OrderedSeals(new ControlTopic(parts.kafka(), parts.registry())::read);
        return new SealParts(parts, admin, orders, figures, new SealParts.Names(groups, work));
    }

    @Bean
    Seals seals(HubRunner runner, SealParts parts, SealedFigures figures, Clock clock) {
        return new Seals(runner, parts, figures, clock);
    }

    @Bean
    SealWatch sealWatch(Seals seals) {
        return new SealWatch(seals);
    }
}
