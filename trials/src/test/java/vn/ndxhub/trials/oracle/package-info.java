/** Judges a hub from outside: what it publishes against what the ledger says was sent, while parts of it are killed. Start at {@link vn.ndxhub.trials.oracle.ExactUnderFaultsIT}. */
@NullMarked
package vn.ndxhub.trials.oracle;

import org.jspecify.annotations.NullMarked;
