package vn.ndxhub.sandbox.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The true answer: value, count and set digest of every cell, and what becomes of each source's items. Computed from the
 * ledger's lines alone; shares no code with the hub.
 */
public final class Answer {

    private final Map<String, Truth> cells = new TreeMap<>();
    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();

    /**
     * What one cell must show.
     *
     * @param latest ordering of the stated value at hand; 0 for sums
     */
    public record Truth(long value, long count, long digest, long latest) {

        private static final Truth NOTHING = new Truth(0, 0, 0, Long.MIN_VALUE);

        Truth plus(long added, long term) {
            return new Truth(value + added, count + 1, digest + term, latest);
        }

        Truth stating(long level, long ordering, long term) {
            boolean later = ordering >= latest;
            return new Truth(later ? level : value, count + 1, digest + term, later ? ordering : latest);
        }
    }

    /** Cells by {@code indicator|part|day|dimensions}. */
    public Map<String, Truth> cells() {
        return cells;
    }

    /** How many items of a source end as COUNTED, DUPLICATE, ...; and SENT. */
    public Map<String, Map<String, Long>> outcomes() {
        return outcomes;
    }

    /** Items that must be rejected or stand in conflict, by {@code source reason}. */
    public Map<String, Long> refusals() {
        return refusals;
    }

    void add(JsonNode line) {
        String source = line.path("source").asString();
        String expect = line.path("expect").asString();
        if (expect.equals("REJECTED") || expect.equals("CONFLICT")) {
            refusals.merge(source + " " + line.path("reason").asString(), 1L, Long::sum);
        }
        Map<String, Long> ends = outcomes.computeIfAbsent(source, s -> new TreeMap<>());
        ends.merge("SENT", 1L, Long::sum);
        ends.merge(expect, 1L, Long::sum);
        if (line.path("cells").isEmpty()) {
            return;
        }
        long term = term(source, line.path("id").asString());
        for (JsonNode cell : line.path("cells")) {
            String part = cell.path("part").asString();
            String key = String.join(
                    "|",
                    cell.path("indicator").asString(),
                    part,
                    cell.path("day").asString(),
                    cell.path("dimensions").asString());
            long value = cell.path("value").asLong();
            Truth before = cells.getOrDefault(key, Truth.NOTHING);
            cells.put(
                    key,
                    switch (part) {
                        case "SNAPSHOT" ->
                            before.stating(value, line.path("recorded").asLong(), term);
                        case "MEMBER" ->
                            before.stating(value, line.path("occurred").asLong(), term);
                        default -> before.plus(value, term);
                    });
        }
    }

    private static long term(String source, String id) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((source + "\0" + id).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
