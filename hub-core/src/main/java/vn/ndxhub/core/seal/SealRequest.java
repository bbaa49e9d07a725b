package vn.ndxhub.core.seal;

import java.time.YearMonth;

/**
 * Somebody wants a month sealed, or restated if it is sealed.
 *
 * @param by a role or an account, never a person's number
 * @param at milliseconds since 1970-01-01T00:00Z
 */
public record SealRequest(YearMonth month, String by, long at) {

    SealOrder as(int number) {
        return new SealOrder(month, number, by, at);
    }
}
