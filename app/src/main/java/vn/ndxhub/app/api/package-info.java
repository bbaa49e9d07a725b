/** The HTTP API under {@code /api/v1}: figures and state for everyone on the hub's network, changes for operators. */
@NullMarked
package vn.ndxhub.app.api;

import org.jspecify.annotations.NullMarked;
