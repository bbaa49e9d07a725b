package vn.ndxhub.app.running;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.index.LayeredIndex;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;
import vn.ndxhub.schemas.registry.SchemaRegistry;

/** A world in which whatever is asked fails. */
final class Refusing {

    private Refusing() {}

    static HubParts.Memory memory() {
        return new HubParts.Memory(() -> new LayeredIndex(Path.of("no-such-folder"), 1), new HotCells(1));
    }

    static Admin admin(Supplier<RuntimeException> failure) {
        return (Admin) Proxy.newProxyInstance(
                Refusing.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    throw failure.get();
                });
    }

    static SchemaRegistry registry() {
        return new SchemaRegistry() {
            @Override
            public Schema schemaById(int id) {
                throw new RegistryUnavailableException("away", null);
            }

            @Override
            public int idOf(String subject, Schema schema) {
                throw new RegistryUnavailableException("away", null);
            }
        };
    }
}
