/** The topic {@code hub.contributions}: its key, its value, and how both become a contribution of the core again. */
@NullMarked
package vn.ndxhub.routes.contributions;

import org.jspecify.annotations.NullMarked;
