package vn.ndxhub.trials.cases;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.trials.faults.CannotBeTried;

/** A partition in one direction: what this server sends is dropped on the way, what is sent to it arrives. Closed, it is over; closing it again does no harm. */
final class OneWay implements Closeable {

    private static final String LOOPBACK = "lo";

    private final int port;
    private boolean isOver;

    private OneWay(int port) {
        this.port = port;
    }

    /** @throws CannotBeTried where no rule may be set: it takes iptables, and the rights of root on Linux */
    static void demand() throws CannotBeTried {
        try {
            Command.run("iptables", "-n", "-L", "OUTPUT");
        } catch (IOException e) {
            throw new CannotBeTried("nothing can be dropped: " + e.getMessage() + " (apt-get install iptables)", e);
        }
    }

    /** @param address of the server, {@code host:port} on loopback */
    static OneWay from(String address) throws IOException {
        OneWay lost = new OneWay(Integer.parseInt(address.substring(address.indexOf(':') + 1)));
        lost.rule("-A");
        return lost;
    }

    private void rule(String what) throws IOException {
        List<String> command = new ArrayList<>(List.of("iptables", what, "OUTPUT", "-o", LOOPBACK, "-p", "tcp"));
        command.addAll(List.of("--sport", Integer.toString(port), "-j", "DROP"));
        Command.run(command.toArray(String[]::new));
    }

    @Override
    public synchronized void close() throws IOException {
        if (!isOver) {
            rule("-D");
            isOver = true;
        }
    }
}
