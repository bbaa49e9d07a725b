/** Under which subject a contract is registered, and how the contracts reach the registry at deploy time. Start at {@link vn.ndxhub.schemas.contracts.Contracts}. */
@NullMarked
package vn.ndxhub.schemas.contracts;

import org.jspecify.annotations.NullMarked;
