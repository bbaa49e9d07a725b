/** The same job as others would do it, each the main class of a process of its own: exact daily counts without duplicates. */
@NullMarked
package vn.ndxhub.trials.peers;

import org.jspecify.annotations.NullMarked;
