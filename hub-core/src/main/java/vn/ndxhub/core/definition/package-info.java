/**
 * Definitions by their hash: what events were made by and are counted under, as text that stays readable for ever. Start at
 * {@link vn.ndxhub.core.definition.Definition}.
 */
@NullMarked
package vn.ndxhub.core.definition;

import org.jspecify.annotations.NullMarked;
