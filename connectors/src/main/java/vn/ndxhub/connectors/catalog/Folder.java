package vn.ndxhub.connectors.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder of the class path or of the disk; files are asked for by name, because a jar inside a jar has no listing. */
sealed interface Folder {

    byte @Nullable [] read(String file);

    /** As errors name it. */
    String place();

    Folder child(String name);

    static Folder onClassPath(String path) {
        return new ClassPathFolder(path);
    }

    static Folder onDisk(Path path) {
        return new DiskFolder(path);
    }

    record ClassPathFolder(String place) implements Folder {

        @Override
        public byte @Nullable [] read(String file) {
            try (InputStream in = Folder.class.getClassLoader().getResourceAsStream(place + "/" + file)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + place + "/" + file, e);
            }
        }

        @Override
        public Folder child(String name) {
            return new ClassPathFolder(place + "/" + name);
        }
    }

    record DiskFolder(Path path) implements Folder {

        @Override
        public byte @Nullable [] read(String file) {
            Path found = path.resolve(file).normalize();
            if (!found.startsWith(path.normalize()) || !Files.isRegularFile(found)) {
                return null;
            }
            try {
                return Files.readAllBytes(found);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + found, e);
            }
        }

        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Folder child(String name) {
            return new DiskFolder(path.resolve(name));
        }
    }
}
