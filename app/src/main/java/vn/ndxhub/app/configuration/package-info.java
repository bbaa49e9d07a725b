/** The hub's configuration: a record a concern, every key overridable by environment, and the beans made of them. */
@NullMarked
package vn.ndxhub.app.configuration;

import org.jspecify.annotations.NullMarked;
