package vn.ndxhub.core.store;

import org.jspecify.annotations.Nullable;

/** Entries in the order of their keys' unsigned bytes. Confined to one thread; arrays that go in or come out are not changed any more. */
public interface SortedStore {

    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    /** Nothing happens where there is no such key. */
    void delete(byte[] key);

    /** Shows the entries whose key begins so, in ascending order, until the visitor answers false. It must not change the store. */
    void scan(byte[] prefix, Visitor visitor);

    /** The last entry whose key begins so, or null. */
    @Nullable
    Entry last(byte[] prefix);

    /** Of what is stored. */
    record Entry(byte[] key, byte[] value) {}

    /** Sees entries. */
    @FunctionalInterface
    interface Visitor {

        /** Whether it wants the next one. */
        boolean see(byte[] key, byte[] value);
    }
}
