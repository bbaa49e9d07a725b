package vn.ndxhub.routes.batch;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One topic read by one consumer group. */
final class BatchEndpoint extends DefaultEndpoint {

    private final BatchComponent component;
    private final BatchComponent.Reading reading;
    private final BatchState state;

    BatchEndpoint(String uri, BatchComponent component, BatchComponent.Reading reading, BatchState state) {
        super(uri, component);
        this.component = component;
        this.reading = reading;
        this.state = state;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(BatchComponent.SCHEME + " only reads; routes write through a bean");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        BatchConsumer consumer =
                new BatchConsumer(this, processor, component.settings(), component.startPositions(), reading, state);
        configureConsumer(consumer);
        return consumer;
    }
}
