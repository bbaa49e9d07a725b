package vn.ndxhub.trials.cases;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ndxhub.trials.faults.CannotBeTried;

/** A file system of a fixed size, mounted on a folder: it can be filled up, and freed again. */
final class FixedDisk implements Closeable {

    private static final int BLOCK = 64 << 10;

    private final Path folder;

    private FixedDisk(Path folder) {
        this.folder = folder;
    }

    /** @throws CannotBeTried where nothing may be mounted: it takes the rights of root on Linux */
    static FixedDisk mount(Path folder, int megabytes) throws CannotBeTried, IOException {
        Files.createDirectories(folder);
        try {
            Command.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        } catch (IOException e) {
            throw new CannotBeTried("nothing may be mounted: " + e.getMessage(), e);
        }
        return new FixedDisk(folder);
    }

    /** Takes all the room that is left. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(block, 0, (int) Math.min(BLOCK, folder.toFile().getUsableSpace()));
            }
        } catch (IOException full) {
            // as it should be
        }
    }

    /** Gives it back. */
    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        Command.run("umount", "-l", folder.toString());
    }
}
