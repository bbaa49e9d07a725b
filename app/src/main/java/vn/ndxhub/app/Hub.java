package vn.ndxhub.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;
import vn.ndxhub.app.command.Commands;
import vn.ndxhub.app.running.DeadKafkaThread;
import vn.ndxhub.app.running.DeadThread;

/** Starts the hub; with a command as first argument, carries that out instead and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hub {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Commands.names().contains(arguments[0])) {
            System.exit(Commands.run(arguments));
        }
        DeadThread.endsTheProcess();
        SpringApplication hub = new SpringApplication(Hub.class);
        hub.addListeners((ApplicationListener<ApplicationPreparedEvent>) prepared -> DeadKafkaThread.endsTheProcess());
        hub.run(arguments);
    }
}
