package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code run/world.json}: which processes were started, when, and on which ports. */
final class RunBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    RunBook(Folders folders) {
        file = folders.run().resolve("world.json");
    }

    /** The process of that name if it is ours and still runs. */
    synchronized Optional<OwnProcess> running(String name) {
        return Optional.ofNullable(read().get(name)).map(Entry::process).filter(OwnProcess::isAlive);
    }

    /** The ports that it had when it last ran: clients know them. */
    synchronized List<Integer> ports(String name) {
        Entry entry = read().get(name);
        return entry == null ? List.of() : entry.ports();
    }

    synchronized List<String> names() {
        return List.copyOf(read().keySet());
    }

    synchronized void started(String name, OwnProcess process, List<Integer> ports) {
        write(name, new Entry(process, ports));
    }

    /** Ports are remembered for the next start; without any there is nothing to remember. */
    synchronized void ended(String name) {
        List<Integer> ports = ports(name);
        write(name, ports.isEmpty() ? null : new Entry(null, ports));
    }

    private Map<String, Entry> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        return JSON.readValue(file, new TypeReference<TreeMap<String, Entry>>() {});
    }

    private void write(String name, @Nullable Entry entry) {
        Map<String, Entry> entries = read();
        if (entry == null) {
            entries.remove(name);
        } else {
            entries.put(name, entry);
        }
        Path draft = file.resolveSibling("world.json.new");
        try {
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entries));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    record Entry(@Nullable OwnProcess process, List<Integer> ports) {}
}
