package vn.ndxhub.sandbox.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The true answer: value, count and set digest of every cell, and what becomes of each source's items. Computed from the
 * ledger's lines alone; shares no code with the hub.
 */
public final class Answer {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Map<String, Truth> cells = new TreeMap<>();
    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, Map<String, Long>> outcomesByDay = new TreeMap<>();
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

    /** The same by {@code source day}: the day in Viet Nam on which the record that carries the item was received. */
    public Map<String, Map<String, Long>> outcomesByDay() {
        return outcomesByDay;
    }

    /**
     * How many times the rejects must hold what, by {@code source reason bytes}: of an item that is rejected the SHA-256 of its bytes, of
     * one in conflict its id.
     */
    public Map<String, Long> refusals() {
        return refusals;
    }

    void add(JsonNode line) {
        String source = line.path("source").asString();
        String expect = line.path("expect").asString();
        switch (expect) {
            case "REJECTED" -> refuse(line, "sha256");
            case "CONFLICT" -> refuse(line, "id");
            default -> {}
        }
        String day = LocalDate.ofInstant(
                        Instant.ofEpochMilli(line.path("received").asLong()), VIETNAM)
                .toString();
        note(outcomes.computeIfAbsent(source, s -> new TreeMap<>()), expect);
        note(outcomesByDay.computeIfAbsent(source + " " + day, s -> new TreeMap<>()), expect);
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

    private static void note(Map<String, Long> ends, String expect) {
        ends.merge("SENT", 1L, Long::sum);
        ends.merge(expect, 1L, Long::sum);
    }

    private void refuse(JsonNode line, String by) {
        refusals.merge(
                String.join(
                        " ",
                        line.path("source").asString(),
                        line.path("reason").asString(),
                        line.path(by).asString()),
                1L,
                Long::sum);
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
