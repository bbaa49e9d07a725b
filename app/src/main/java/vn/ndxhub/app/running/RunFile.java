package vn.ndxhub.app.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ndxhub.app.configuration.InstanceProperties;

/** Writes where this process is to be found, once both its ports are open. */
@Component
final class RunFile {

    private final InstanceProperties instance;
    private int port;
    private int managementPort;

    RunFile(InstanceProperties instance) {
        this.instance = instance;
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            managementPort = event.getWebServer().getPort();
        } else {
            port = event.getWebServer().getPort();
        }
        Path file = instance.runFile();
        if (file != null && port > 0 && managementPort > 0) {
            write(file);
        }
    }

    private void write(Path file) {
        String text = "{\"pid\":%d,\"port\":%d,\"managementPort\":%d}%n"
                .formatted(ProcessHandle.current().pid(), port, managementPort);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("hub.run-file cannot be written: " + file, e);
        }
    }
}
