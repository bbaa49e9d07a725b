package vn.ndxhub.routes.counting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;
import vn.ndxhub.core.store.Prefixes;
import vn.ndxhub.core.store.SortedStore;

/** A store on disk that nothing outlives: a recount holds in memory what it is busy with, and not all cells. */
public final class DiskStore implements SortedStore, AutoCloseable {

    private static final long WRITE_BUFFER_BYTES = 8 << 20;

    private final Path folder;
    private final Options options;
    private final WriteOptions writes;
    private final RocksDB db;

    private DiskStore(Path folder) {
        this.folder = folder;
        RocksDB.loadLibrary();
        options = new Options().setCreateIfMissing(true).setWriteBufferSize(WRITE_BUFFER_BYTES);
        writes = new WriteOptions().setDisableWAL(true);
        try {
            db = RocksDB.open(options, folder.toString());
        } catch (RocksDBException e) {
            writes.close();
            options.close();
            throw failure(e);
        }
    }

    /** In a new folder, which is deleted with it. */
    public static DiskStore temporary() {
        try {
            return new DiskStore(Files.createTempDirectory("ndx-hub-recount-"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made for a store on disk", e);
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    @Override
    public void put(byte[] key, byte[] value) {
        try {
            db.put(writes, key, value);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    @Override
    public void delete(byte[] key) {
        try {
            db.delete(writes, key);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        try (RocksIterator entries = db.newIterator()) {
            entries.seek(prefix);
            while (entries.isValid() && begins(entries.key(), prefix) && visitor.see(entries.key(), entries.value())) {
                entries.next();
            }
        }
    }

    @Override
    public @Nullable Entry last(byte[] prefix) {
        byte[] behind = Prefixes.behind(prefix);
        try (RocksIterator entries = db.newIterator()) {
            if (behind == null) {
                entries.seekToLast();
            } else {
                entries.seekForPrev(behind);
                if (entries.isValid() && Arrays.equals(entries.key(), behind)) {
                    entries.prev();
                }
            }
            return entries.isValid() && begins(entries.key(), prefix)
                    ? new Entry(entries.key(), entries.value())
                    : null;
        }
    }

    @Override
    public void close() {
        db.close();
        writes.close();
        options.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of a store on disk cannot be deleted", e);
        }
    }

    private static boolean begins(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static IllegalStateException failure(RocksDBException e) {
        return new IllegalStateException("A store on disk fails: " + e.getMessage(), e);
    }
}
