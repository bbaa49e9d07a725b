/** Everything that moves a message: feeds in, the count, figures out. Each package is one way that messages go. */
@NullMarked
package vn.ndxhub.routes;

import org.jspecify.annotations.NullMarked;
