/** The commands of the hub's command line, carried out against a hub that runs. Start at {@link vn.ndxhub.app.command.Commands}. */
@NullMarked
package vn.ndxhub.app.command;

import org.jspecify.annotations.NullMarked;
