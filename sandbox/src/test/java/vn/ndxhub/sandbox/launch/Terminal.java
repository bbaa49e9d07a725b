package vn.ndxhub.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls the programs as {@code ./hub} does, each in a process of its own; what they say is kept in this folder. */
record Terminal(Path folder) {

    private static final Path HUB_JAR = Path.of("../app/target/app-0.1.0-SNAPSHOT.jar");
    private static final long LONGEST_MINUTES = 10;

    /** How a call ended, and what it said on its two outputs. */
    record Call(int exitCode, String out, String err) {

        /** It has done what it was asked. */
        Call done() {
            assertThat(exitCode).as(out + err).isZero();
            return this;
        }
    }

    /** A command of the sandbox. */
    Call sandbox(String... words) throws IOException, InterruptedException {
        return call(
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dndxhub.sandbox.target=" + Path.of("target").toAbsolutePath(),
                        Main.class.getName()),
                words);
    }

    /** A command of the hub, for the hub that says in this file where it serves. */
    Call hub(Path runFile, String... words) throws IOException, InterruptedException {
        Path token = runFile.resolveSibling("operator-token");
        return call(
                Map.of("HUB_RUN_FILE", runFile.toString(), "HUB_OPERATOR_TOKEN", Files.readString(token)),
                List.of("-jar", HUB_JAR.toAbsolutePath().normalize().toString()),
                words);
    }

    private Call call(Map<String, String> environment, List<String> program, String... words)
            throws IOException, InterruptedException {
        // No pipes: what a command leaves running would hold them open.
        Path out = Files.createTempFile(folder, words[0], ".out");
        Path err = Files.createTempFile(folder, words[0], ".err");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                .as(words[0] + " has ended")
                .isTrue();
        return new Call(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
