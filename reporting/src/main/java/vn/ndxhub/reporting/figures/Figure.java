package vn.ndxhub.reporting.figures;

import java.math.BigDecimal;

/**
 * One figure.
 *
 * @param events that it rests on, retracted ones taken out; with none the figure is missing, which is not zero
 */
public record Figure(BigDecimal value, BigDecimal events) {

    public boolean isMissing() {
        return events.signum() == 0;
    }
}
