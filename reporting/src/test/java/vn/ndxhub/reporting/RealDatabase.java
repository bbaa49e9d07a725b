package vn.ndxhub.reporting;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ndxhub.reporting.store.PostgresFigureStore;

/** A PostgreSQL server a test class, and empty tables before each test. */
public final class RealDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private EmbeddedPostgres server;
    private Given given;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        server = EmbeddedPostgres.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        client().sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").update();
        store().prepare();
        given = new Given(store());
    }

    public Given given() {
        return given;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }

    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource());
    }

    public PostgresFigureStore store() {
        return new PostgresFigureStore(dataSource());
    }

    /** The transaction that reports are read in. */
    public TransactionTemplate oneSnapshot(DataSource database) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(database));
        template.setReadOnly(true);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return template;
    }
}
