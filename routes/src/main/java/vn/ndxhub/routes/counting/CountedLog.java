package vn.ndxhub.routes.counting;

import vn.ndxhub.core.counting.HotCells;
import vn.ndxhub.core.log.SourceLog;

/**
 * The log that is counted, and what its counting keeps at hand.
 *
 * @param hot shared by all counters of the process
 */
public record CountedLog(SourceLog log, LogIdentities identities, HotCells hot) {}
