package vn.ndxhub.connectors.codelist;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.indicator.Text;

/** A closed list of codes, each valid on the days of its periods; the list's size on a day is a denominator. */
public final class Codelist {

    private final String id;
    private final Text name;
    private final boolean invented;
    private final List<Period> periods;
    private final Map<String, Validity> validity = new HashMap<>();

    /** @param invented whether the codes were made for this project and stand for nothing official */
    public Codelist(String id, Text name, boolean invented, List<Period> periods) {
        this.id = id;
        this.name = name;
        this.invented = invented;
        this.periods = List.copyOf(periods);
        for (Period period : periods) {
            period.codes
                    .keySet()
                    .forEach(code -> validity.merge(
                            code,
                            new Validity(code, period.first, period.last, null),
                            (known, added) -> new Validity(code, added.first, added.last, known)));
        }
    }

    public String id() {
        return id;
    }

    public Text name() {
        return name;
    }

    public List<Period> periods() {
        return periods;
    }

    public boolean invented() {
        return invented;
    }

    /** The code, as the one text that this list has of it, if it is valid on the day, given as days since 1970-01-01; or null. */
    public @Nullable String valid(String code, long epochDay) {
        for (Validity days = validity.get(code); days != null; days = days.other) {
            if (epochDay >= days.first && epochDay <= days.last) {
                return days.code;
            }
        }
        return null;
    }

    public SortedSet<String> codes(LocalDate day) {
        SortedSet<String> codes = new TreeSet<>();
        periods.stream().filter(period -> period.holds(day)).forEach(period -> codes.addAll(period.codes.keySet()));
        return Collections.unmodifiableSortedSet(codes);
    }

    /** Every code that was ever valid. */
    public SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(validity.keySet()));
    }

    public int size(LocalDate day) {
        return codes(day).size();
    }

    public Optional<Text> name(String code, LocalDate day) {
        return periods.stream()
                .filter(period -> period.holds(day))
                .map(period -> period.codes.get(code))
                .filter(found -> found != null)
                .findFirst();
    }

    @Override
    public String toString() {
        return id;
    }

    /** Codes with their names, valid from the first to the last day, both included. */
    public record Period(long first, long last, Map<String, Text> codes) {

        public Period {
            codes = Map.copyOf(codes);
        }

        boolean holds(LocalDate day) {
            return day.toEpochDay() >= first && day.toEpochDay() <= last;
        }

        boolean overlaps(Period other) {
            return first <= other.last && other.first <= last;
        }
    }

    /** Codes that two overlapping periods both hold: such a list would not say which name is meant. */
    public static SortedSet<String> ambiguous(List<Period> periods) {
        SortedSet<String> twice = new TreeSet<>();
        for (int i = 0; i < periods.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (periods.get(i).overlaps(periods.get(j))) {
                    Map<String, Text> others = periods.get(j).codes;
                    periods.get(i).codes.keySet().stream()
                            .filter(others::containsKey)
                            .forEach(twice::add);
                }
            }
        }
        return twice;
    }

    private record Validity(
            String code, long first, long last, @Nullable Validity other) {}
}
