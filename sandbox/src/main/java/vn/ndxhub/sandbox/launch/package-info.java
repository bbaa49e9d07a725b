/**
 * What {@code ./hub demo}, {@code up}, {@code down} and {@code status} do. Start reading at {@link vn.ndxhub.sandbox.launch.Main}.
 */
@NullMarked
package vn.ndxhub.sandbox.launch;

import org.jspecify.annotations.NullMarked;
