/** Business days: every day and month of the hub is one of Asia/Ho_Chi_Minh. */
@NullMarked
package vn.ndxhub.core.time;

import org.jspecify.annotations.NullMarked;
