/** The client of a schema registry that speaks Confluent's REST API. Start at {@link vn.ndxhub.schemas.registry.SchemaRegistry}; {@link vn.ndxhub.schemas.registry.HttpSchemaRegistry} is the one that talks. */
@NullMarked
package vn.ndxhub.schemas.registry;

import org.jspecify.annotations.NullMarked;
