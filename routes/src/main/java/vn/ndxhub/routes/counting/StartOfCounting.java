package vn.ndxhub.routes.counting;

import org.apache.kafka.clients.admin.Admin;
import vn.ndxhub.core.log.SourceLog;

/**
 * Says where counting begins that has no position yet, or has lost it: at offset 0, where what was counted already is passed over. Kafka
 * Streams itself is not allowed to choose a place.
 */
@FunctionalInterface
public interface StartOfCounting {

    /** Nothing happens where there are positions, or where another hub counts already and has set them. */
    void prepare(SourceLog log, String group) throws InterruptedException;

    static StartOfCounting by(Admin admin) {
        return new CommittedStart(admin);
    }
}
