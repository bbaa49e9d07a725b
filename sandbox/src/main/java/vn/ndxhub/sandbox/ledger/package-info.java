/** What is to be sent, written before it is sent; and the true answer that follows from it. Start at {@link vn.ndxhub.sandbox.ledger.Ledger}. */
@NullMarked
package vn.ndxhub.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
