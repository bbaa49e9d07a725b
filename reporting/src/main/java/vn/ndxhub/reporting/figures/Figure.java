package vn.ndxhub.reporting.figures;

import java.math.BigDecimal;

/**
 * One figure.
 *
 * @param observations rows behind it; with none the figure is missing, which is not zero
 * @param count events behind it
 */
public record Figure(BigDecimal value, long observations, long count) {

    public boolean isMissing() {
        return observations == 0;
    }
}
