package vn.ndxhub.core.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one index: in use by one process at a time, and free of files that no manifest names. One that is not kept has neither
 * manifest nor lock, and its files lose their names as soon as they are open, so that they go with the process, however that ends.
 */
final class IndexFolder implements Closeable {

    private static final IndexedPartition SCRATCH = new IndexedPartition("scratch", "", 0, 0);
    private static final String LOCK = "lock";
    private static final String SUFFIX = ".segment";

    private final Path folder;
    private final IndexedPartition owner;
    private final byte[] fingerprint;
    private final @Nullable FileChannel lock;
    private final String prefix;

    private IndexFolder(Path folder, IndexedPartition owner, @Nullable FileChannel lock) {
        this.folder = folder;
        this.owner = owner;
        this.fingerprint = owner.fingerprint();
        this.lock = lock;
        this.prefix = lock == null ? "scratch-" + UUID.randomUUID() + "-" : "";
    }

    /** @throws IllegalStateException where another process, or another index of this one, has the folder open */
    static IndexFolder kept(Path folder, IndexedPartition owner) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            if (!isLocked(lock)) {
                lock.close();
                throw new IllegalStateException("The identities in " + folder
                        + " are in use by another hub: give each hub a state folder of its own");
            }
            return new IndexFolder(folder, owner, lock);
        } catch (IOException e) {
            throw new SegmentsBroken("The folder for identities " + folder + " cannot be used", e);
        }
    }

    /** @param parent for files with names of their own; made when the first segment is written */
    static IndexFolder scratch(Path parent) {
        return new IndexFolder(parent, SCRATCH, null);
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    byte[] owner() {
        return fingerprint;
    }

    boolean isKept() {
        return lock != null;
    }

    /** The segment that has been written under this number. */
    Segment opened(long number) {
        Path file = segment(number);
        Segment segment = Segment.open(file, fingerprint, number);
        if (!isKept()) {
            delete(file);
        }
        return segment;
    }

    /** The file for the segment with this number. */
    Path place(long number) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SegmentsBroken("The folder for identities " + folder + " cannot be made", e);
        }
        return segment(number);
    }

    private Path segment(long number) {
        return folder.resolve("%s%016x%s".formatted(prefix, number, SUFFIX));
    }

    boolean isNew() {
        return !Files.exists(folder.resolve(Manifest.FILE));
    }

    Manifest manifest() {
        return Manifest.read(folder, owner);
    }

    void write(long position, List<Segment> segments) {
        if (!isKept()) {
            return;
        }
        try {
            new Manifest(
                            owner,
                            position,
                            segments.stream()
                                    .map(segment -> segment.trailer().number())
                                    .toList())
                    .write(folder);
        } catch (IOException e) {
            throw new SegmentsBroken("The manifest of identities in " + folder + " cannot be written", e);
        }
    }

    /** Deletes the manifest first: without it there is no index, whatever else is left. */
    void clear() {
        if (isKept()) {
            delete(folder.resolve(Manifest.FILE));
            deleteAllBut(List.of());
        }
    }

    /** Deletes what no manifest names: of a segment that was being written, or that a merge has replaced. */
    void deleteAllBut(List<Segment> segments) {
        if (!isKept()) {
            return;
        }
        Set<Path> named = new HashSet<>();
        segments.forEach(segment -> named.add(segment.file()));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(SUFFIX) && !named.contains(file)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            throw new SegmentsBroken("Segments in " + folder + " that are not needed cannot be deleted", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SegmentsBroken(file + " cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new SegmentsBroken("The folder for identities " + folder + " cannot be released", e);
        }
    }
}
