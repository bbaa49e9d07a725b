/** Our registry client and wire format against independent ones, over a real registry. Start at {@link vn.ndxhub.trials.registry.RegistryPeersIT}. */
@NullMarked
package vn.ndxhub.trials.registry;

import org.jspecify.annotations.NullMarked;
