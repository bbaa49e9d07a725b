package vn.ndxhub.connectors.definition;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ndxhub.connectors.source.Source;

/**
 * The canonical text of what a source's folder says about how native items become events: format with its schema, mapping, codelists with
 * their codes and days. It is made of the parts of {@link Source} themselves, so that none can be forgotten; left out are those that say
 * what things are called, who owns them, and how items come.
 */
public final class MappingText {

    private static final Set<String> NOT_COUNTED = Set.of("name", "owner", "version", "indicatorsVersion", "delivery");

    private MappingText() {}

    public static String of(Source source) {
        return Arrays.stream(Source.class.getRecordComponents())
                .filter(part -> !NOT_COUNTED.contains(part.getName()))
                .map(part -> line(part, source))
                .collect(Collectors.joining());
    }

    private static String line(RecordComponent part, Source source) {
        return part.getName() + " " + CanonicalText.of(CanonicalText.value(part, source)) + "\n";
    }
}
