/** Judges a hub from outside: what it shows against what the ledger says was sent. Start at {@link vn.ndxhub.trials.oracle.Judge}. */
@NullMarked
package vn.ndxhub.trials.oracle;

import org.jspecify.annotations.NullMarked;
