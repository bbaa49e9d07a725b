package vn.ndxhub.core.seal;

import java.time.YearMonth;

/**
 * Somebody wants a month of a source sealed, as it stands on {@code hub.control}: a wish until {@link SealOrders} has accepted it.
 *
 * @param number that the seal is to have among all seals of the source
 * @param requestedBy a role or an account, never a person's number
 * @param requestedAt milliseconds since 1970-01-01T00:00Z, by the clock of the hub that wrote it
 */
public record SealOrder(YearMonth month, int number, String requestedBy, long requestedAt) {}
