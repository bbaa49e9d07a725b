package vn.ndxhub.trials.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Asks Java processes of this machine how many bytes they have allocated. */
final class Garbage implements AutoCloseable {

    private final List<JMXConnector> connectors = new ArrayList<>();

    @SuppressWarnings("BanJNDI") // The other side is a process of this machine that the bench has started itself.
    static Garbage of(List<ProcessHandle> processes) throws IOException {
        Garbage garbage = new Garbage();
        for (ProcessHandle process : processes) {
            garbage.connectors.add(JMXConnectorFactory.connect(new JMXServiceURL(agent(process.pid()))));
        }
        return garbage;
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("Process " + pid + " does not tell what it allocates", e);
        }
    }

    /** Bytes since they were started, by threads that have ended, too. */
    long allocated() throws IOException {
        long bytes = 0;
        for (JMXConnector connector : connectors) {
            bytes += ManagementFactory.newPlatformMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            ManagementFactory.THREAD_MXBEAN_NAME,
                            ThreadMXBean.class)
                    .getTotalThreadAllocatedBytes();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (JMXConnector connector : connectors) {
            connector.close();
        }
    }
}
