package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The hub's jar unpacked as its image has it. From a jar of jars it would start later, and lz4 would do without its native code,
 * which it loads for the system's class loader only. A JDK that can keeps what it has loaded and linked, so that a hub is up
 * in half the time.
 */
record UnpackedHub(Path jar, Path folder) {

    /** From this version on a JDK keeps loaded classes in one step (JEP 514). */
    private static final int KEEPS_CLASSES = 25;

    private static final String CLASSES = "classes.aot";

    /** How the hub is started, up to its jar; unpacked the first time, and again when it has been built anew. */
    List<String> command(List<String> options) {
        Path own = unpacked();
        List<String> command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(options);
        if (Files.exists(own.resolve(CLASSES))) {
            command.add("-XX:AOTCache=" + own.resolve(CLASSES));
        }
        command.addAll(List.of("-jar", own.resolve(jar.getFileName()).toString()));
        return command;
    }

    private Path unpacked() {
        try {
            Path own = folder.resolve(fingerprint());
            if (!Files.isDirectory(own)) {
                unpack(own);
            }
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + jar, e);
        }
    }

    private String fingerprint() throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    // Two may do so at once: whoever is first has done it.
    private void unpack(Path own) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, "unpacking");
        Shell.run(List.of(
                Installation.java(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                draft.toString()));
        try {
            Files.move(draft, own);
            keepClasses(own);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException doneAlready) {
            // the other's will do
        }
    }

    /** Starts the hub up to where it would go to work; without the file that this leaves it only starts later. */
    private void keepClasses(Path own) {
        if (Runtime.version().feature() < KEEPS_CLASSES) {
            return;
        }
        Shell.succeeds(List.of(
                Installation.java(),
                "-XX:AOTCacheOutput=" + own.resolve(CLASSES),
                "-Dspring.context.exit=onRefresh",
                "-Dhub.kafka.bootstrap-servers=127.0.0.1:1",
                "-Dhub.registry.url=http://127.0.0.1:1",
                "-Dhub.database.url=jdbc:postgresql://127.0.0.1:1/none",
                "-Dhub.database.username=none",
                "-Dhub.database.password=none",
                "-jar",
                own.resolve(jar.getFileName()).toString()));
    }
}
