package vn.ndxhub.routes.counting;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one bound of write buffers for all stores of the process: by default each store takes its own,
 * and a hub of 36 sources has hundreds. Kafka Streams makes an instance a store, and gives the settings to it.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {

    /** Bytes for blocks that were read, and, as a part of them, for what was written and is not on disk yet. */
    static final String CACHE_BYTES = "hub.counting.rocksdb.cache.bytes";

    /** Of the cache, at most so much for write buffers. */
    private static final int WRITE_BUFFERS_PART = 2;

    private static final long WRITE_BUFFER_BYTES = 4 << 20;
    private static final int WRITE_BUFFERS = 2;

    private static @Nullable Shared shared;

    private record Shared(Cache blocks, WriteBufferManager writeBuffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared all = shared(Long.parseLong(String.valueOf(configs.get(CACHE_BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(all.blocks());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(all.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared lives as long as the process.
    }

    private static synchronized Shared shared(long bytes) {
        Shared all = shared;
        if (all == null) {
            RocksDB.loadLibrary();
            Cache blocks = new LRUCache(bytes, -1, false, 0.1);
            all = new Shared(blocks, new WriteBufferManager(bytes / WRITE_BUFFERS_PART, blocks));
            shared = all;
        }
        return all;
    }
}
