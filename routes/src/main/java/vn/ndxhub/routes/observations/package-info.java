/** The topic {@code hub.observations}: its key, its value, and how both become a partial of the core again. */
@NullMarked
package vn.ndxhub.routes.observations;

import org.jspecify.annotations.NullMarked;
