package vn.ndxhub.connectors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.ndxhub.connectors.folder.Folder;
import vn.ndxhub.connectors.normalise.FeedRecord;
import vn.ndxhub.connectors.normalise.IntakeLimits;
import vn.ndxhub.connectors.normalise.NormaliserSettings;
import vn.ndxhub.connectors.normalise.PersonalKey;
import vn.ndxhub.connectors.normalise.Refused;
import vn.ndxhub.connectors.scenario.FakeRegistry;
import vn.ndxhub.connectors.scenario.RecordedItems;
import vn.ndxhub.core.identity.FeedTopic;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.identity.TopicId;

/** A source folder that a test writes, read alone: without the sources that come with the hub. */
final class WrittenFolder {

    static final String ID = "written";

    private final Path folder;

    WrittenFolder(Path parent) {
        this(parent, ID);
    }

    private WrittenFolder(Path parent, String id) {
        folder = parent.resolve(id);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WrittenFolder copyOf(Path good, Path parent) throws IOException {
        WrittenFolder copy = new WrittenFolder(parent, good.getFileName().toString());
        AddsADatabaseWithoutJavaTest.copy(good, copy.folder);
        return copy;
    }

    /** Changes the first place where the text stands. */
    WrittenFolder edit(String file, String text, String with) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(text);
        int at = before.indexOf(text);
        return with(file, before.substring(0, at) + with + before.substring(at + text.length()));
    }

    Path path() {
        return folder;
    }

    WrittenFolder with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SourceCatalog read() {
        CatalogReader reader = new CatalogReader(Folder.onClassPath("codelists"));
        reader.readAll(folder.getParent());
        return reader.catalog();
    }

    /** The reason for which an item is refused, or {@code taken}. */
    String became(String item, long intake) {
        SourceCatalog catalog = read();
        SourceId id = new SourceId(folder.getFileName().toString());
        NormaliserSettings settings = new NormaliserSettings(
                IntakeLimits.DEFAULT, new PersonalKey("k".repeat(32).getBytes(StandardCharsets.UTF_8)));
        RecordedItems items = new RecordedItems();
        FeedTopic topic = new FeedTopic(id, new TopicId(1, 1));
        catalog.normaliser(id, new FakeRegistry(catalog.source(id)), settings)
                .normalise(new FeedRecord(topic, 0, 0, intake, null, item.getBytes(StandardCharsets.UTF_8), 0), items);
        return items.items().getFirst() instanceof Refused refused
                ? refused.reason().code()
                : "taken";
    }

    /** What is wrong with it, each with the file's name and the key; none if it is taken. */
    List<String> findings() {
        try {
            read();
            return List.of();
        } catch (InvalidSources e) {
            return e.errors().stream()
                    .map(error -> error.replace(folder + "/", ""))
                    .toList();
        }
    }
}
