package vn.ndxhub.connectors.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source folder that a test writes, read alone: without the sources that come with the hub. */
final class WrittenFolder {

    static final String ID = "written";

    private final Path folder;

    WrittenFolder(Path parent) {
        folder = parent.resolve(ID);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
