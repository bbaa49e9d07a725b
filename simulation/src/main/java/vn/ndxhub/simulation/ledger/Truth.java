package vn.ndxhub.simulation.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The figures of one source by the published rules: of each id the first item counts, unless it was taken back. Plain sums over all items, once
 * more for every question.
 */
public final class Truth {

    private final String source;
    private final List<Item> effective;

    /** @param items in the order in which they stand in the log, copies included */
    public Truth(String source, Collection<Item> items) {
        this.source = source;
        Map<String, Item> firsts = new HashMap<>();
        Set<String> takenBack = new HashSet<>();
        for (Item item : items) {
            if (item.kind() == Item.Kind.RETRACTED) {
                takenBack.add(item.takesBack());
            } else {
                firsts.putIfAbsent(item.id(), item);
            }
        }
        firsts.keySet().removeAll(takenBack);
        effective = List.copyOf(firsts.values());
    }

    /** Loans of the month in one place. */
    public long lent(String place, YearMonth month) {
        return effective.stream()
                .filter(item -> item.kind() == Item.Kind.LENT && item.place().equals(place))
                .filter(item -> YearMonth.from(item.dayOccurred()).equals(month))
                .mapToLong(Item::quantity)
                .sum();
    }

    /** Books in one place at the end of the day. */
    public long stock(String place, LocalDate day) {
        List<Item> here =
                effective.stream().filter(item -> item.place().equals(place)).toList();
        Item stated = here.stream()
                .filter(item ->
                        item.kind() == Item.Kind.STATED && !item.dayOccurred().isAfter(day))
                .max(Comparator.comparing(Item::dayOccurred)
                        .thenComparing(Item::noted)
                        .thenComparing(item -> identity(item.id())))
                .orElse(null);
        LocalDate after = stated == null ? LocalDate.MIN : stated.dayOccurred();
        long level = stated == null ? 0 : stated.quantity();
        for (Item item : here) {
            if (item.dayRecorded().isAfter(after) && !item.dayRecorded().isAfter(day)) {
                level += switch (item.kind()) {
                    case BOUGHT -> item.quantity();
                    case LOST -> -item.quantity();
                    default -> 0;
                };
            }
        }
        return level;
    }

    /** Members that have joined and not left by the end of the day. */
    public long members(LocalDate day) {
        Map<String, Item> last = new TreeMap<>();
        Comparator<Item> order = Comparator.comparing(Item::dayOccurred)
                .thenComparing(Item::at)
                .thenComparing(item -> identity(item.id()));
        for (Item item : effective) {
            boolean speaks = item.kind() == Item.Kind.JOINED || item.kind() == Item.Kind.LEFT;
            if (speaks && !item.dayOccurred().isAfter(day)) {
                last.merge(item.member(), item, (a, b) -> order.compare(a, b) >= 0 ? a : b);
            }
        }
        return last.values().stream()
                .filter(item -> item.kind() == Item.Kind.JOINED)
                .count();
    }

    public List<Item> effective() {
        return new ArrayList<>(effective);
    }

    /** First eight bytes of SHA-256 over source, a zero byte and the id: what breaks ties. */
    private long identity(String id) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(source.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(id.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(Arrays.copyOf(sha.digest(), Long.BYTES))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
