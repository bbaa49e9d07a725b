package vn.ndxhub.trials.cases;

import static java.util.Objects.requireNonNull;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.sandbox.world.HubProcess;

/** The threads of a hub that can be debugged: a debugger is who can make one of them fail where it stands. */
final class HubThreads implements AutoCloseable {

    private static final String DEBUGGED = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    private static final Pattern LISTENING = Pattern.compile("Listening for transport dt_socket at address: (\\d+)");

    private final VirtualMachine machine;

    private HubThreads(VirtualMachine machine) {
        this.machine = machine;
    }

    static HubOptions canBeSeen(HubOptions options) {
        return options.with("_JAVA_OPTIONS", DEBUGGED);
    }

    /** @param hub runs with {@link #canBeSeen} */
    static HubThreads of(HubProcess hub) throws IOException {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        requireNonNull(arguments.get("port")).setValue(port(hub));
        try {
            return new HubThreads(sockets.attach(arguments));
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException("The debugger's port of " + hub.name() + " cannot be used", e);
        }
    }

    /** It is another one after each start. */
    private static String port(HubProcess hub) throws IOException {
        return LISTENING
                .matcher(Files.readString(hub.log()))
                .results()
                .reduce((one, later) -> later)
                .orElseThrow(() -> new IllegalStateException(hub.name() + " was not started to be debugged"))
                .group(1);
    }

    /** Throws an error in one of the threads with such a name; its name. */
    String kill(Pattern names, Random random) {
        List<ThreadReference> alike = machine.allThreads().stream()
                .filter(thread -> names.matcher(thread.name()).find())
                .sorted(Comparator.comparing(ThreadReference::name))
                .toList();
        if (alike.isEmpty()) {
            throw new IllegalStateException("The hub has no thread " + names);
        }
        ThreadReference thread = alike.get(random.nextInt(alike.size()));
        String name = thread.name();
        try {
            thread.stop(anyError());
        } catch (InvalidTypeException e) {
            throw new IllegalStateException("The thread " + name + " cannot be made to fail", e);
        }
        return name;
    }

    /** The machine keeps some ready, because it could not make one when it needs it. */
    private ObjectReference anyError() {
        return machine.classesByName(OutOfMemoryError.class.getName())
                .getFirst()
                .instances(1)
                .getFirst();
    }

    @Override
    public void close() {
        machine.dispose();
    }
}
