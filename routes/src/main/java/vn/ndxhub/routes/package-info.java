/** Everything that moves a message. {@link vn.ndxhub.routes.Topics} names where messages stand. */
@NullMarked
package vn.ndxhub.routes;

import org.jspecify.annotations.NullMarked;
