package vn.ndxhub.sandbox.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's binaries once, beside their archive. */
final class PostgresBinaries {

    private static final String UNPACKED = "unpacked";

    private PostgresBinaries() {}

    static synchronized Path in(Path folder) throws IOException {
        Path unpacked = folder.resolve(UNPACKED);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        try (FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(unpacked)) {
                Path draft = Files.createTempDirectory(folder, UNPACKED);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                unpack(archive(folder), draft);
                Files.move(draft, unpacked, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return unpacked;
    }

    private static Path archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".txz")).toList();
            if (archives.size() != 1) {
                throw new IOException(folder + " should hold one .txz of PostgreSQL, it holds " + archives.size());
            }
            return archives.getFirst();
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException(archive + " wants to write outside its folder: " + entry.getName());
                }
                place(entry, tar, path);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("Hard links are not expected in PostgreSQL's archive: " + entry.getName());
        } else {
            Files.copy(content, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
