package vn.ndxhub.sandbox.ledger;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** The ledger: JSON lines, compressed, one an item, in the order of sending. */
public final class Ledger {

    private static final String FILE = "ledger.jsonl.gz";
    private static final JsonMapper JSON = new JsonMapper();

    private Ledger() {}

    /** Writes all lines; nothing is sent before this returns. */
    public static Path write(Path folder, Stream<LedgerLine> lines) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (LedgerLine line : (Iterable<LedgerLine>) lines::iterator) {
                out.write(line.json());
                out.newLine();
            }
        }
        return file;
    }

    /** Reads a ledger's answer. */
    public static Answer answer(Path folder) throws IOException {
        Answer answer = new Answer();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(FILE)), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                answer.add(JSON.readTree(line));
            }
        }
        return answer;
    }
}
