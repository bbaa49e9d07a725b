/**
 * What the hub needs around it, on one machine: broker, schema registry and PostgreSQL, each a process of its own that outlives
 * the JVM that started it, and the hub itself as a process. Start reading at {@link vn.ndxhub.sandbox.world.World}.
 */
@NullMarked
package vn.ndxhub.sandbox.world;

import org.jspecify.annotations.NullMarked;
