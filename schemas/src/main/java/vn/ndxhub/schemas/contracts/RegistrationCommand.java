package vn.ndxhub.schemas.contracts;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistrationRefusedException;
import vn.ndxhub.schemas.registry.RegistryConfig;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

/** The command {@code ContractRegistration <registry url> [--config FILE] [--native DIR]}: prints a line "subject -> id" for each schema. */
final class RegistrationCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_CALL = 2;
    static final int UNAVAILABLE = 3;

    private static final String USAGE = "usage: ContractRegistration <registry url> [--config FILE] [--native DIR]\n"
            + "  --config FILE  properties with Confluent's client keys, e.g. basic.auth.user.info\n"
            + "  --native DIR   also register DIR/<source>/*.avsc under the subject feed.<source>-value";

    private final Map<String, Object> keys = new HashMap<>();
    private @Nullable Path nativeSchemas;

    private RegistrationCommand() {}

    static int run(List<String> args, PrintStream out, PrintStream err) {
        RegistrationCommand command = new RegistrationCommand();
        try {
            command.parse(args.iterator());
            command.register(out);
            return DONE;
        } catch (RegistrationRefusedException e) {
            err.println(e.getMessage());
            return REFUSED;
        } catch (RegistryUnavailableException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        } catch (IllegalArgumentException | IOException e) {
            err.println(e.getMessage() == null ? e.toString() : e.getMessage());
            err.println(USAGE);
            return WRONG_CALL;
        }
    }

    private void parse(Iterator<String> args) throws IOException {
        @Nullable String url = null;
        while (args.hasNext()) {
            String arg = args.next();
            switch (arg) {
                case "--config" -> load(Path.of(following(args, arg)));
                case "--native" -> nativeSchemas = Path.of(following(args, arg));
                default -> {
                    if (url != null || arg.startsWith("-")) {
                        throw new IllegalArgumentException("Unknown argument " + arg);
                    }
                    url = arg;
                }
            }
        }
        if (url != null) {
            keys.put("schema.registry.url", url);
        }
    }

    private void register(PrintStream out) throws IOException {
        try (HttpSchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(keys))) {
            ContractRegistration registration = new ContractRegistration(registry);
            registration.demandFullTransitive();
            registration.registerContracts().forEach(done -> print(done, out));
            if (nativeSchemas != null) {
                NativeSchemas.in(nativeSchemas)
                        .forEach((subject, schema) -> print(registration.register(subject, schema), out));
            }
        } catch (AvroRuntimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void print(ContractRegistration.Registered done, PrintStream out) {
        out.println(done.subject() + " -> " + done.id());
    }

    private void load(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("--config: " + file + " cannot be read");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(name -> keys.put(name, properties.getProperty(name)));
    }

    private static String following(Iterator<String> args, String option) {
        if (!args.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return args.next();
    }
}
