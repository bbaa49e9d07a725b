package vn.ndxhub.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as the report of September 2023 prints them. */
class VietnameseNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1196888416|ONE|0|EXACT|1.196.888.416",
                "21231141|ONE|0|EXACT|21.231.141",
                "855630|ONE|0|EXACT|855.630",
                "63|ONE|0|EXACT|63",
                "5|ONE|0|EXACT|05",
                "0|ONE|0|EXACT|0",
                "1415409.4|MILLION|1|ABOUT|khoảng 1,4 triệu",
                "1473210987|BILLION|2|MORE_THAN|hơn 1,47 tỷ",
                "1479999999|BILLION|2|MORE_THAN|hơn 1,47 tỷ",
                "1012345|MILLION|0|MORE_THAN|hơn 01 triệu",
                "5190000|MILLION|1|NEARLY|gần 5,2 triệu",
                "3560000|MILLION|1|NEARLY|gần 3,6 triệu",
                "41850000|MILLION|1|MORE_THAN|hơn 41,8 triệu",
                "2196|ONE|0|MORE_THAN|hơn 2.196",
                "-14161|ONE|0|EXACT|giảm 14.161",
            })
    void readsAsPrinted(BigDecimal value, TextForm.Scale scale, int decimals, TextForm.Hedge hedge, String text) {
        assertThat(VietnameseNumbers.text(value, new TextForm(scale, decimals, hedge)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2186061, 2300080, 2, '95,04%'",
        "2186061, 2300080, 0, 95%",
        "450, 705, 1, '63,8%'",
        "-499, 1402, 1, '35,6%'",
        "33, 1949, 1, '1,7%'",
        "1022, 960, 1, '106,5%'",
        "85, 85, 0, 100%",
    })
    void roundsAShareHalfUp(BigDecimal part, BigDecimal whole, int decimals, String text) {
        BigDecimal share = part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL64);

        assertThat(VietnameseNumbers.percent(share, decimals)).isEqualTo(text);
    }

    @Test
    void keepsASpreadsheetFromTakingACellForAFormula() {
        assertThat(Columns.csv("=1+1")).isEqualTo("'=1+1");
        assertThat(Columns.csv("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }
}
