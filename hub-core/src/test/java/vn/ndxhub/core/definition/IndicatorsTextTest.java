package vn.ndxhub.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ndxhub.core.identity.SourceId;
import vn.ndxhub.core.indicator.Breakdown;
import vn.ndxhub.core.indicator.Carried;
import vn.ndxhub.core.indicator.Effect;
import vn.ndxhub.core.indicator.Indicator;
import vn.ndxhub.core.indicator.IndicatorId;
import vn.ndxhub.core.indicator.Indicators;
import vn.ndxhub.core.indicator.Measure;
import vn.ndxhub.core.indicator.Rule;
import vn.ndxhub.core.indicator.Text;

class IndicatorsTextTest {

    private static final SourceId LIBRARY = new SourceId("library");
    private static final Rule BOUGHT = new Rule("book.bought", Map.of("kind", "new", "area", "01"), Effect.ADD);
    private static final Rule LOST = new Rule("book.lost", Map.of(), Effect.SUBTRACT);
    private static final Indicator STOCK =
            stock("stock", Carried.QUANTITY, List.of(BOUGHT, LOST), List.of("area", "kind"));
    private static final Indicator FINES = new Indicator(
            new IndicatorId("fines"),
            LIBRARY,
            new Text("Tiền phạt", "Fines"),
            "dong",
            Measure.FLOW,
            Carried.AMOUNT,
            List.of(new Rule("fine.paid", Map.of(), Effect.ADD)),
            List.of(),
            "2.1-fines");

    @Test
    void writesWhatCountsAndNothingElse() {
        assertThat(IndicatorsText.write(LIBRARY, List.of(STOCK, FINES))).isEqualTo("""
                source library
                indicator fines
                measure FLOW
                carries AMOUNT
                rule ADD fine.paid
                indicator stock
                measure LEVEL
                carries QUANTITY
                by area
                by kind
                rule ADD book.bought area=01 kind=new
                rule SUBTRACT book.lost
                """);
    }

    @Test
    void readsWhatItHasWritten() {
        String text = IndicatorsText.write(LIBRARY, List.of(STOCK, FINES));

        List<Indicator> read = IndicatorsText.read(text);

        assertThat(read).extracting(Indicator::id).containsExactly(FINES.id(), STOCK.id());
        assertThat(read.getLast().rules()).containsExactlyInAnyOrder(BOUGHT, LOST);
        assertThat(read.getLast().carried()).isEqualTo(Carried.QUANTITY);
        assertThat(read.getLast().dimensions()).containsExactly("area", "kind");
        assertThat(IndicatorsText.write(LIBRARY, read)).isEqualTo(text);
    }

    @Test
    void knowsWhatAStockWasBrokenDownByBefore() {
        List<Breakdown> earlier = List.of(
                new Breakdown(List.of(), LocalDate.parse("2024-12-31")),
                new Breakdown(List.of("kind", "area"), LocalDate.parse("2025-06-30")));
        Indicator changed = new Indicator(
                STOCK.id(),
                LIBRARY,
                STOCK.name(),
                STOCK.unit(),
                STOCK.measure(),
                STOCK.carried(),
                STOCK.rules(),
                List.of("area"),
                earlier,
                STOCK.line());

        String text = IndicatorsText.write(LIBRARY, List.of(changed));

        assertThat(text).contains("by area\nearlier 2024-12-31 \nearlier 2025-06-30 area kind\nrule");
        assertThat(IndicatorsText.read(text).getFirst().earlier())
                .containsExactly(
                        earlier.getFirst(), new Breakdown(List.of("area", "kind"), LocalDate.parse("2025-06-30")));
        assertThat(hash(changed)).isNotEqualTo(hash(STOCK));
    }

    @Test
    void isTheSameWhateverTheOrderAndTheWords() {
        Indicator otherWords = new Indicator(
                FINES.id(),
                LIBRARY,
                new Text("x", "y"),
                "z",
                Measure.FLOW,
                Carried.AMOUNT,
                FINES.rules(),
                List.of(),
                "");
        Indicator otherOrder = stock("stock", Carried.QUANTITY, List.of(LOST, BOUGHT), List.of("kind", "area"));

        assertThat(hash(otherWords, otherOrder)).isEqualTo(hash(STOCK, FINES));
    }

    static Stream<Indicator> counted() {
        return Stream.of(
                stock("stock-2", Carried.QUANTITY, List.of(BOUGHT, LOST), List.of("area", "kind")),
                stock("stock", Carried.EVENT, List.of(BOUGHT, LOST), List.of("area", "kind")),
                stock("stock", Carried.QUANTITY, List.of(BOUGHT), List.of("area", "kind")),
                stock("stock", Carried.QUANTITY, List.of(BOUGHT, BOUGHT, LOST), List.of("area", "kind")),
                stock("stock", Carried.QUANTITY, List.of(BOUGHT, LOST), List.of("area")),
                stock(
                        "stock",
                        Carried.QUANTITY,
                        List.of(new Rule("book.bought", Map.of("kind", "new"), Effect.ADD), LOST),
                        List.of("area", "kind")));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void differsWhereSomethingElseIsCounted(Indicator edited) {
        assertThat(hash(edited, FINES)).isNotEqualTo(hash(STOCK, FINES));
    }

    /** A new component of an indicator either changes what is counted, and belongs into the text, or is one of the words. */
    @Test
    void knowsEveryComponentOfAnIndicator() {
        assertThat(Indicator.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyInAnyOrder(
                        "id", "source", "name", "unit", "measure", "carried", "rules", "dimensions", "earlier", "line");
    }

    @Test
    void refusesATextOfANewerHub() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorsText.read("source library\nindicator a\nweight 3\n"))
                .withMessageContaining("weight");
    }

    @Test
    void refusesATextWithAnotherHash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Definition(LIBRARY, DefinitionKind.INDICATORS, 1, "source library\n"));
    }

    @Test
    void resolvesIndicatorsFromTheFirstPlaceThatHasThem() {
        Definition fines =
                Definition.of(LIBRARY, DefinitionKind.INDICATORS, IndicatorsText.write(LIBRARY, List.of(FINES)));
        Indicators resolved = new ResolvedIndicators(
                (source, kind, hash) -> Optional.empty(),
                (source, kind, hash) -> Optional.of(fines).filter(each -> each.hash() == hash));

        assertThat(resolved.of(LIBRARY, fines.hash())).extracting(Indicator::id).containsExactly(FINES.id());
        assertThatThrownBy(() -> resolved.of(LIBRARY, 15))
                .isInstanceOf(Indicators.UnknownDefinition.class)
                .hasMessageContaining("library")
                .hasMessageContaining("000000000000000f")
                .hasMessageContaining("hub.control");
    }

    private static long hash(Indicator... indicators) {
        return Definition.of(LIBRARY, DefinitionKind.INDICATORS, IndicatorsText.write(LIBRARY, List.of(indicators)))
                .hash();
    }

    private static Indicator stock(String id, Carried carried, List<Rule> rules, List<String> dimensions) {
        return new Indicator(
                new IndicatorId(id), LIBRARY, new Text(id, id), "book", Measure.LEVEL, carried, rules, dimensions, id);
    }
}
