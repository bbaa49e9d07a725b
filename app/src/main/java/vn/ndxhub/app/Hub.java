package vn.ndxhub.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import vn.ndxhub.app.command.Commands;

/** Starts the hub; with a command as first argument, carries that out instead and ends. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hub {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Commands.names().contains(arguments[0])) {
            System.exit(Commands.run(arguments));
        }
        SpringApplication.run(Hub.class, arguments);
    }
}
