/** Pulled sources: status pages into {@code feed.<source>}, page and cursor in one transaction. Start at {@link vn.ndxhub.routes.pull.PullRoute}. */
@NullMarked
package vn.ndxhub.routes.pull;

import org.jspecify.annotations.NullMarked;
