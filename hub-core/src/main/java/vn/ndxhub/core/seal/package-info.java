/**
 * Which seals a source has, in its one order, and what the next one would close. Start at {@link vn.ndxhub.core.seal.SealOrders}.
 */
@NullMarked
package vn.ndxhub.core.seal;

import org.jspecify.annotations.NullMarked;
