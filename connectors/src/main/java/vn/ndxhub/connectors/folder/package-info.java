/** Files of a source folder as they are written: bytes within bounds, YAML that knows its place, and what is wrong with them. Start at {@link vn.ndxhub.connectors.folder.Folder}. */
@NullMarked
package vn.ndxhub.connectors.folder;

import org.jspecify.annotations.NullMarked;
