package vn.ndxhub.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractHistoryTest {

    static List<String> names() {
        return ContractFiles.names();
    }

    @Test
    void noContractIsDropped() {
        assertThat(ContractFiles.names()).containsAll(ContractFiles.namesInHistory());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatItsNewestHistoryEntrySays(String name) {
        List<Schema> history = ContractFiles.history(name);

        assertThat(history).as("history of %s", name).isNotEmpty();
        assertThat(ContractFiles.current(name).toString(true))
                .as(
                        "%s differs from its newest version: copy it to src/main/history/%s/v%d.avsc",
                        name, name, history.size() + 1)
                .isEqualTo(history.getLast().toString(true));
    }

    @ParameterizedTest
    @MethodSource("names")
    void numbersItsVersionsWithoutAGap(String name) {
        List<Integer> versions = ContractFiles.versions(name);

        assertThat(versions)
                .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyVersionReadsEveryOther(String name) {
        List<Schema> history = ContractFiles.history(name);

        for (int reader = 0; reader < history.size(); reader++) {
            assertReads(name, "current", ContractFiles.current(name), reader + 1, history.get(reader));
            for (int writer = 0; writer < history.size(); writer++) {
                assertReads(name, "v" + (reader + 1), history.get(reader), writer + 1, history.get(writer));
            }
        }
    }

    private static void assertReads(String name, String reading, Schema reader, int writing, Schema writer) {
        assertThat(verdict(reader, writer))
                .as("%s %s reads v%d", name, reading, writing)
                .isEqualTo("COMPATIBLE");
        assertThat(verdict(writer, reader))
                .as("%s v%d reads %s", name, writing, reading)
                .isEqualTo("COMPATIBLE");
    }

    private static String verdict(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility found =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return found.getType() == SchemaCompatibilityType.COMPATIBLE
                ? "COMPATIBLE"
                : found.getResult().getIncompatibilities().toString();
    }
}
