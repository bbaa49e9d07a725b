package vn.ndxhub.core.indicator;

import java.util.List;
import vn.ndxhub.core.identity.SourceId;

/** All versions of all indicators that this hub knows: events are counted under the version stamped on them. */
public interface Indicators {

    /**
     * The indicators of one source in one version.
     *
     * @throws UnknownVersion if this hub does not have that version: counting must stop, not guess
     */
    List<Indicator> of(SourceId source, int version);

    /** An event is stamped with a version that this binary does not have; deploy one that does. */
    final class UnknownVersion extends RuntimeException {

        public UnknownVersion(SourceId source, int version) {
            super("Version " + version + " of the indicators of " + source
                    + " is not in this build; start a build that has it in sources/" + source);
        }
    }
}
