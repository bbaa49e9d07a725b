package vn.ndxhub.app.seals;

import java.time.YearMonth;
import vn.ndxhub.core.seal.SealPlan;

/** What is published of one source: what a seal would close. */
interface FiguresToSeal {

    /** Whether there is a figure of this month or an earlier one. */
    boolean hasAnyUpTo(YearMonth month);

    SealPlan.Closes closes(YearMonth month);

    /** Items of the source that wait for a decision. */
    long parked();
}
