/** The same job in Flink: exact daily counts without duplicates. Start at {@link vn.ndxhub.trials.flink.FlinkJob}. */
@NullMarked
package vn.ndxhub.trials.flink;

import org.jspecify.annotations.NullMarked;
