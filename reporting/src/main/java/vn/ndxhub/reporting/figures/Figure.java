package vn.ndxhub.reporting.figures;

import java.math.BigDecimal;

/**
 * One figure.
 *
 * @param observations cells behind it that hold something; with none the figure is missing, which is not zero
 */
public record Figure(BigDecimal value, long observations) {

    public boolean isMissing() {
        return observations == 0;
    }
}
