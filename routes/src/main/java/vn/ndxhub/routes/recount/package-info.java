/** Counts the event log again from its first record, beside everything that runs: the proof of a figure. */
@NullMarked
package vn.ndxhub.routes.recount;

import org.jspecify.annotations.NullMarked;
