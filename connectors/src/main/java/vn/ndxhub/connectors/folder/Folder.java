package vn.ndxhub.connectors.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A folder of the class path or of the disk; files are asked for by name, because a jar inside a jar has no listing. */
public sealed interface Folder {

    /** More than any folder needs: the 705 districts of a codelist are 40 kB. */
    int MOST_BYTES = 1 << 20;

    /** The file's bytes; null where there is none, and null with a complaint where there is one that is not read. */
    byte @Nullable [] read(String file, Findings findings);

    /** As errors name it. */
    String place();

    Folder child(String name);

    static Folder onClassPath(String path) {
        return new ClassPathFolder(path);
    }

    static Folder onDisk(Path path) {
        return new DiskFolder(path, path);
    }

    record ClassPathFolder(String place) implements Folder {

        @Override
        public byte @Nullable [] read(String file, Findings findings) {
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

    /** @param root the source's folder, which no file may lead out of */
    record DiskFolder(Path path, Path root) implements Folder {

        @Override
        public byte @Nullable [] read(String file, Findings findings) {
            Path named = path.resolve(file).normalize();
            if (!named.startsWith(path.normalize()) || !Files.isRegularFile(named)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(named)) {
                // A folder that is mounted links its files to another place below itself.
                if (!named.toRealPath().startsWith(root.toRealPath())) {
                    findings.add(named.toString(), "", "is a link that leads out of the folder");
                    return null;
                }
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    findings.add(named.toString(), "", "has more than " + MOST_BYTES + " bytes");
                    return null;
                }
                return bytes;
            } catch (IOException e) {
                findings.add(named.toString(), "", "cannot be read: " + e);
                return null;
            }
        }

        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Folder child(String name) {
            return new DiskFolder(path.resolve(name), root);
        }
    }
}
