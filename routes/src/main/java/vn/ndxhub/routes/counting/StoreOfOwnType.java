package vn.ndxhub.routes.counting;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a store that Kafka Streams takes as it is, without a layer of its own around it. */
final class StoreOfOwnType<S extends StateStore> implements StoreBuilder<S> {

    private final String name;
    private final boolean logged;
    private final Supplier<S> stores;

    private StoreOfOwnType(String name, boolean logged, Supplier<S> stores) {
        this.name = name;
        this.logged = logged;
        this.stores = stores;
    }

    /** A store that writes nothing down. */
    static <S extends StateStore> StoreBuilder<S> unlogged(String name, Supplier<S> stores) {
        return new StoreOfOwnType<>(name, false, stores);
    }

    /** A store whose changelog is the topic it is fed from. */
    static <S extends StateStore> StoreBuilder<S> ofSourceTopic(String name, Supplier<S> stores) {
        return new StoreOfOwnType<>(name, false, stores);
    }

    @Override
    public S build() {
        return stores.get();
    }

    @Override
    public StoreBuilder<S> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        return new StoreOfOwnType<>(name, true, stores);
    }

    @Override
    public StoreBuilder<S> withLoggingDisabled() {
        return new StoreOfOwnType<>(name, false, stores);
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return logged;
    }

    @Override
    public String name() {
        return name;
    }
}
