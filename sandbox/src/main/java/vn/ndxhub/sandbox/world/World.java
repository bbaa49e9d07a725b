package vn.ndxhub.sandbox.world;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.ndxhub.connectors.source.NativeFormat;
import vn.ndxhub.schemas.contracts.ContractRegistration;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistryConfig;

/** Broker (or three), schema registry and PostgreSQL on loopback, with their data, logs and process ids in one folder. */
public final class World implements AutoCloseable {

    private static final String HUB = "hub-";

    private final Folders folders;
    private final RunBook book;
    private final Installation installation = Installation.found();
    private final KnownSources sources = KnownSources.of(System.getenv());
    private final KafkaCluster kafka;
    private final RegistryServer registry;
    private final PostgresServer postgres;

    private World(Path var) {
        this(var, 0);
    }

    /** @param brokers 0 for as many as it had when it last ran */
    private World(Path var, int brokers) {
        folders = new Folders(var);
        book = new RunBook(folders);
        kafka = new KafkaCluster(brokers == 0 ? KafkaCluster.sizeIn(book) : brokers, installation, folders, book);
        registry = new RegistryServer(installation, folders, book);
        postgres = new PostgresServer(installation, folders, book);
    }

    /** The world of that folder, whatever of it runs. */
    public static World at(Path var) {
        return new World(var);
    }

    /**
     * Starts whatever does not run yet and waits until all is healthy; what an earlier world has stored there is found again.
     *
     * @throws vn.ndxhub.connectors.catalog.InvalidSources before anything is started, if the folder in {@code HUB_SOURCES_FOLDER}
     *     cannot be used
     * @throws IllegalStateException naming the part that did not start, with the end of its log; nothing is left running then
     */
    public static World start(Path var) {
        return started(new World(var));
    }

    /** The same with so many brokers; the number of a world never changes. */
    public static World start(Path var, int brokers) {
        return started(new World(var, brokers));
    }

    private static World started(World world) {
        world.sources.catalog();
        try {
            world.startAll();
            return world;
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /**
     * A world that runs already, e.g. since {@code ./hub up}.
     *
     * @throws IllegalStateException naming what does not run
     */
    public static World attach(Path var) {
        World world = new World(var);
        List<String> missing = world.servers().stream()
                .filter(server -> !server.isHealthy())
                .map(Server::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Not running in " + world.folders.var() + ": " + missing + "; `./hub up` starts it");
        }
        return world;
    }

    /** The first of the brokers, in most worlds the only one. */
    public KafkaBroker broker() {
        return kafka.brokers().getFirst();
    }

    public List<KafkaBroker> brokers() {
        return kafka.brokers();
    }

    public RegistryServer registry() {
        return registry;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    public String databaseUrl() {
        return postgres.databaseUrl();
    }

    public String databaseUser() {
        return postgres.databaseUser();
    }

    public String databasePassword() {
        return postgres.databasePassword();
    }

    /** A session with the hub's database, as the hub's user. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(databaseUrl(), databaseUser(), databasePassword());
    }

    /** The secret that a hub's operator shows to change anything; made by chance once, though hubs start together, kept in the run folder. */
    public synchronized String operatorToken() {
        return Secret.keptIn(folders.run().resolve("operator-token"));
    }

    /** A hub of this world, which knows the sources that the world has topics for; not started. */
    public HubProcess hub(HubOptions options) {
        return new HubProcess(this, options, installation, folders, book);
    }

    /** Makes the topics of {@code deploy/topics.yaml} as the sandbox has them. */
    public List<String> applyTopics() {
        String profile = kafka.brokers().size() == 1 ? TopicPlan.SANDBOX : TopicPlan.SANDBOX_CLUSTER;
        return Topics.apply(bootstrapServers(), TopicPlan.shipped(profile, sources.catalog()));
    }

    KnownSources sources() {
        return sources;
    }

    /** Registers all contracts and the native schemas of all sources. */
    public void registerSchemas() {
        try (HttpSchemaRegistry client = new HttpSchemaRegistry(RegistryConfig.at(URI.create(registryUrl())))) {
            ContractRegistration registration = new ContractRegistration(client);
            registration.demandFullTransitive();
            registration.registerContracts();
            sources.catalog().sources().forEach(source -> {
                if (source.format() instanceof NativeFormat.Avro avro) {
                    registration.register(source.subject(), avro.schema());
                }
            });
        }
    }

    /** @throws IllegalStateException if broker, registry or PostgreSQL has ended, naming it and its log */
    public void demandRunning() {
        servers().stream().filter(server -> !server.isRunning()).findFirst().ifPresent(server -> {
            throw new IllegalStateException(server.name() + " has ended; its log is " + server.log());
        });
    }

    /** Notes this JVM as one that works with the world, so that {@link #stopAll()} ends it, too. */
    public void join(String name) {
        book.started(name, OwnProcess.of(ProcessHandle.current()), List.of());
    }

    /** Undoes {@link #join}. */
    public void leave(String name) {
        book.ended(name);
    }

    /** What is known here by name, and whether it runs. */
    public List<Part> parts() {
        return book.names().stream()
                .map(name -> new Part(name, book.running(name).isPresent(), book.ports(name)))
                .toList();
    }

    /** Stops the three servers and every hub that was started here, and nothing else. */
    @Override
    public void close() {
        book.names().stream()
                .filter(name -> name.startsWith(HUB))
                .forEach(name -> hub(HubOptions.named(name)).stop());
        // All at once: the last of several brokers has no majority left to say goodbye to.
        together(Server::stop);
    }

    /** For a program that is interrupted: it starts nothing any more, and whatever runs in that folder is stopped. */
    public static void abandon(Path var) {
        Server.startNothingMore();
        at(var).close();
    }

    /** Also ends JVMs that have joined: they stop what they started. */
    public void stopAll() {
        for (String name : book.names()) {
            if (isJoined(name)) {
                book.running(name)
                        .filter(process ->
                                process.pid() != ProcessHandle.current().pid())
                        .ifPresent(process -> {
                            process.signal("TERM");
                            process.awaitEnd(java.time.Duration.ofSeconds(60));
                        });
                book.ended(name);
            }
        }
        close();
    }

    private boolean isJoined(String name) {
        return !name.startsWith(HUB)
                && servers().stream().noneMatch(server -> server.name().equals(name));
    }

    private List<Server> servers() {
        return Stream.concat(Stream.of(registry, postgres), kafka.brokers().stream())
                .toList();
    }

    private void startAll() {
        kafka.prepare();
        together(Server::start);
    }

    private void together(Consumer<Server> what) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(servers().stream()
                            .map(server -> CompletableFuture.runAsync(() -> what.accept(server), executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A part of the world as {@code ./hub status} shows it. */
    public record Part(String name, boolean running, List<Integer> ports) {}
}
