package vn.ndxhub.app.seals;

import java.time.YearMonth;

/**
 * What an operator asks for.
 *
 * @param isDryRun only to be told what it would close
 * @param isSilent the source has nothing to report of this month or any before: the hub need not look for a wrong month
 */
public record SealWish(YearMonth month, String by, boolean isDryRun, boolean isSilent) {}
