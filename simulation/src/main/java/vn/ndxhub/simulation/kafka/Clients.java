package vn.ndxhub.simulation.kafka;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import vn.ndxhub.simulation.process.SimProcess;

/**
 * The clients of one process as Kafka's own interfaces. What the hub does not use of them is not simulated: calling it fails with the
 * method's name.
 */
public final class Clients {

    private final SimBroker broker;
    private final SimProcess process;

    public Clients(SimBroker broker, SimProcess process) {
        this.broker = broker;
        this.process = process;
    }

    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> producer() {
        return answering(Producer.class, new SimProducer(broker, process, null));
    }

    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> transactional(String id) {
        return answering(Producer.class, new SimProducer(broker, process, id));
    }

    /** @param group null for one that is only assigned by hand */
    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> consumer(@org.jspecify.annotations.Nullable String group, int mostRecords) {
        return answering(Consumer.class, new SimConsumer(broker, process, group, mostRecords));
    }

    public Admin admin() {
        return answering(Admin.class, new SimAdmin(broker, process));
    }

    private static <T> T answering(Class<T> type, Object simulated) {
        Map<String, Method> methods = Arrays.stream(simulated.getClass().getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .collect(Collectors.toMap(Clients::signature, Function.identity()));
        methods.values().forEach(method -> method.setAccessible(true));
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Method answer = methods.get(signature(method));
                    if (answer != null) {
                        return invoke(answer, simulated, arguments);
                    }
                    if (method.isDefault()) {
                        return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getDeclaringClass() == Object.class) {
                        return invoke(method, simulated, arguments);
                    }
                    throw new UnsupportedOperationException("Not simulated: " + method);
                }));
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
