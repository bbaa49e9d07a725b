package vn.ndxhub.app.configuration;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.connectors.catalog.SourceCatalog;
import vn.ndxhub.reporting.figures.IntakeFigures;
import vn.ndxhub.reporting.figures.SealFigures;
import vn.ndxhub.reporting.figures.StoredObservations;
import vn.ndxhub.reporting.report.Reports;

/** The read side of the figures. */
@Configuration(proxyBeanMethods = false)
class ReportingConfiguration {

    @Bean
    JdbcClient figuresClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    IntakeFigures intakeFigures(JdbcClient client) {
        return new IntakeFigures(client);
    }

    @Bean
    SealFigures sealFigures(JdbcClient client) {
        return new SealFigures(client);
    }

    @Bean
    StoredObservations storedObservations(JdbcClient client) {
        return new StoredObservations(client);
    }

    /** What belongs together is read in it. */
    @Bean
    TransactionTemplate oneSnapshot(DataSource dataSource) {
        TransactionTemplate oneSnapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        oneSnapshot.setReadOnly(true);
        oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return oneSnapshot;
    }

    @Bean
    Reports reports(TransactionTemplate oneSnapshot, JdbcClient client, SourceCatalog catalog) {
        return new Reports(
                oneSnapshot,
                client,
                (codelist, day) -> catalog.codelist(codelist).size(day));
    }
}
