/** The runnable hub. {@link vn.ndxhub.app.Hub} starts it, or carries out one command against a hub that runs. */
@NullMarked
package vn.ndxhub.app;

import org.jspecify.annotations.NullMarked;
