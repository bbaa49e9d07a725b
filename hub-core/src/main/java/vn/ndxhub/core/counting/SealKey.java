package vn.ndxhub.core.counting;

import java.time.YearMonth;
import vn.ndxhub.core.identity.SourceId;

/** What a seal is for. */
record SealKey(SourceId source, YearMonth month) {}
