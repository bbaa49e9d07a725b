package vn.ndxhub.routes.publish;

import java.util.Map;
import vn.ndxhub.core.consolidation.Changes;
import vn.ndxhub.routes.batch.RecordBatch;

/** What one batch of observations changed, by partition of their topic. */
public record NewTotals(RecordBatch batch, Map<Integer, Changes> byPartition) {}
