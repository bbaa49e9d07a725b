package vn.ndxhub.routes.batch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;

/** Sends a batch through the route, beside the thread that keeps the group membership alive. */
final class ExchangePerBatch {

    private final DefaultConsumer consumer;
    private final ExecutorService work;

    ExchangePerBatch(DefaultConsumer consumer, ExecutorService work) {
        this.consumer = consumer;
        this.work = work;
    }

    /** The future fails with what the route failed with. */
    Future<?> submit(RecordBatch batch) {
        return work.submit(() -> {
            Exchange exchange = consumer.createExchange(true);
            exchange.getIn().setBody(batch);
            consumer.getProcessor().process(exchange);
            Exception failure = exchange.getException();
            consumer.releaseExchange(exchange, false);
            if (failure != null) {
                throw failure;
            }
            return null;
        });
    }
}
