package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One PostgreSQL server with the hub's database, open to the hub's user with a password only. */
public final class PostgresServer extends Server {

    static final String USER = "ndxhub";
    private static final String DATABASE = "ndxhub";

    private final Installation installation;
    private final Unprivileged unprivileged = new Unprivileged();

    PostgresServer(Installation installation, Folders folders, RunBook book) {
        super("postgres", folders, book);
        this.installation = installation;
    }

    public String databaseUrl() {
        return url(DATABASE);
    }

    public String databaseUser() {
        return USER;
    }

    public String databasePassword() {
        return Secret.keptIn(passwordFile());
    }

    @Override
    void prepare() {
        if (Files.exists(cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path home = folders().data("postgres");
        databasePassword();
        unprivileged.own(home);
        List<String> initdb = new ArrayList<>(unprivileged.prefix());
        initdb.addAll(List.of(
                program("initdb"),
                "--pgdata=" + cluster(),
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
        Shell.run(initdb);
    }

    @Override
    int portsNeeded() {
        return 1;
    }

    @Override
    List<String> command() {
        List<String> command = new ArrayList<>(unprivileged.prefix());
        command.addAll(List.of(
                program("postgres"),
                "-D",
                cluster().toString(),
                "-p",
                Integer.toString(port()),
                "-h",
                "127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_connections=60",
                "-c",
                "timezone=UTC"));
        return command;
    }

    /** Its data folder is ours: so is the server. */
    @Override
    boolean answers() {
        if (!Sockets.accepts(port())) {
            return false;
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select current_setting('data_directory'), "
                        + "exists (select from pg_database where datname = '" + DATABASE + "')")) {
            found.next();
            if (!found.getString(1).equals(cluster().toString())) {
                return false;
            }
            return found.getBoolean(2) || create(connection);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Fast shutdown: sessions are rolled back and closed, data is written. */
    @Override
    String stopSignal() {
        return "INT";
    }

    /** Immediate shutdown: sessions are cut off in mid-transaction, nothing is written; the next start recovers from the log. */
    public void stopImmediately() {
        end("QUIT");
    }

    private static boolean create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        return true;
    }

    private Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", USER);
        login.setProperty("password", databasePassword());
        login.setProperty("connectTimeout", "3");
        login.setProperty("socketTimeout", "3");
        return DriverManager.getConnection(url(database), login);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    private Path cluster() {
        return folders().data("postgres").resolve("cluster");
    }

    private Path passwordFile() {
        return folders().data("postgres").resolve("password");
    }

    private String program(String name) {
        try {
            return PostgresBinaries.in(installation.postgres())
                    .resolve("bin")
                    .resolve(name)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL in " + installation.postgres(), e);
        }
    }
}
