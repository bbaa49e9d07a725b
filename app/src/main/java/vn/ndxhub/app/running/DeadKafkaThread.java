package vn.ndxhub.app.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.apache.kafka.common.utils.internals.KafkaThread;
import org.slf4j.LoggerFactory;

/**
 * Hears of the threads of Kafka's clients that have died. Their handler of uncaught failures cannot be exchanged and does nothing but log;
 * what a producer without its thread was given is waited for, for ever.
 */
public final class DeadKafkaThread extends AppenderBase<ILoggingEvent> {

    private final Thread.UncaughtExceptionHandler handler;

    DeadKafkaThread(Thread.UncaughtExceptionHandler handler) {
        this.handler = handler;
    }

    /** As a dead thread of the hub's own does; from when logging is set up. */
    public static void endsTheProcess() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        listen(context.getLogger(KafkaThread.class), new DeadThread());
    }

    static void listen(Logger logger, Thread.UncaughtExceptionHandler handler) {
        DeadKafkaThread listener = new DeadKafkaThread(handler);
        listener.setContext(logger.getLoggerContext());
        listener.start();
        logger.addAppender(listener);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR)
                && event.getThrowableProxy() instanceof ThrowableProxy failure) {
            handler.uncaughtException(Thread.currentThread(), failure.getThrowable());
        }
    }
}
