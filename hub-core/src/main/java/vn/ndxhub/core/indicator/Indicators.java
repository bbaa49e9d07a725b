package vn.ndxhub.core.indicator;

import java.util.List;
import vn.ndxhub.core.identity.SourceId;

/** All definitions of indicators that this hub knows: events are counted under the one whose hash is stamped on them. */
public interface Indicators {

    /**
     * The indicators of one source in the definition with this hash.
     *
     * @throws UnknownDefinition if this hub does not have it: counting must stop, not guess
     */
    List<Indicator> of(SourceId source, long hash);

    /** An event is stamped with a definition that this hub does not have. */
    final class UnknownDefinition extends RuntimeException {

        public UnknownDefinition(SourceId source, long hash) {
            super("The indicators of " + source + " with hash %016x".formatted(hash)
                    + " are neither in this hub's folder of the source nor on hub.control; start a hub with the folder"
                    + " that they came from, which writes them there");
        }
    }
}
