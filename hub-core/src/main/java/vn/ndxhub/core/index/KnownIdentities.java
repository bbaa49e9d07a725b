package vn.ndxhub.core.index;

import org.jspecify.annotations.Nullable;
import vn.ndxhub.core.identity.Identity;

/** What an index knows, for any thread, while another notes what comes. */
public interface KnownIdentities {

    /** The first event of an identity, or null. */
    @Nullable
    FirstEvent event(Identity identity);

    /** Place of the identity's first retraction, or {@link IdentityIndex#NONE}. */
    long retraction(Identity identity);

    /** Place of the identity's last refusal, or {@link IdentityIndex#NONE}. */
    long refusal(Identity identity);
}
