package vn.ndxhub.connectors.normalise;

import vn.ndxhub.core.identity.Identity;
import vn.ndxhub.schemas.contract.StatusEvent;

/** Takes what a feed record's items became. */
public interface ItemSink {

    /** @param key identity of the event, or for a retraction of the event that it takes back: all about one event meets there */
    void event(StatusEvent event, Identity key);

    void refused(Refused refused);
}
