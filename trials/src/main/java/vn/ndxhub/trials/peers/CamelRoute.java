package vn.ndxhub.trials.peers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** A plain Camel route, an exchange a record: duplicates dropped in memory, each count written as it changes. */
public final class CamelRoute {

    private static final int REMEMBERED = 5_000_000;
    private static final String IDENTITY = "identity";
    private static final String TERM = "term";

    private CamelRoute() {}

    public static void main(String[] arguments) throws Exception {
        PeerMain told = PeerMain.of(arguments);
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // spotless:off: the indentation shows the route's shape
                from("kafka:" + told.feed() + "?brokers=" + told.bootstrapServers() + "&groupId=" + told.run()
                        + "&autoOffsetReset=earliest&autoCommitIntervalMs=1000&maxPollRecords=5000"
                        + "&valueDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer")
                    .process(CamelRoute::read)
                    .idempotentConsumer(header(IDENTITY), MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED))
                    .process(new Counter())
                    .to("kafka:" + told.run() + "?brokers=" + told.bootstrapServers() + "&lingerMs=0&compressionCodec=lz4"
                        + "&valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer");
                // spotless:on
            }
        });
        camel.start();
        // Its threads are daemons.
        new CountDownLatch(1).await();
    }

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static void read(Exchange exchange) {
        if (BEGUN.compareAndSet(false, true)) {
            PeerMain.sayFirst();
        }
        Account account =
                Account.read(Objects.requireNonNull(exchange.getMessage().getBody(byte[].class)));
        exchange.getMessage().setHeader(IDENTITY, account.high() + ":" + account.low());
        exchange.getMessage().setHeader(TERM, account.high());
        exchange.getMessage().setHeader(KafkaConstants.KEY, account.cell());
    }

    /** Counts in memory: exact only as long as nothing is restarted. */
    private static final class Counter implements org.apache.camel.Processor {

        private final Map<String, byte[]> counts = new HashMap<>();

        @Override
        public synchronized void process(Exchange exchange) {
            String cell = exchange.getMessage().getHeader(KafkaConstants.KEY, String.class);
            long term = Objects.requireNonNull(exchange.getMessage().getHeader(TERM, Long.class));
            byte[] count = Account.added(counts.getOrDefault(cell, new byte[16]), term);
            counts.put(cell, count);
            exchange.getMessage().setBody(count);
        }
    }
}
