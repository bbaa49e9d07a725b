package vn.ndxhub.trials.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import vn.ndxhub.sandbox.world.World;

/** Wipes from the broker what an earlier run of the hub has left. */
final class Slate {

    /** All that the hub has made, or that was made for it. */
    static final Predicate<String> HUB = name -> name.startsWith("hub");

    private static final long LOOK_MILLIS = 25;

    private Slate() {}

    /** Deletes topics and groups of these names, and makes those topics anew that the hub does not make itself. */
    static void wipe(World world, Admin admin, Predicate<String> wiped)
            throws ExecutionException, InterruptedException {
        List<String> topics =
                admin.listTopics().names().get().stream().filter(wiped).toList();
        admin.deleteTopics(topics).all().get();
        while (!areDeleted(admin, groups(admin, wiped))) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        while (admin.listTopics().names().get().stream().anyMatch(topics::contains)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        world.applyTopics();
    }

    private static List<String> groups(Admin admin, Predicate<String> wiped)
            throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(wiped)
                .toList();
    }

    /** Not before the last member is out: one that was killed stays until its session is over. */
    private static boolean areDeleted(Admin admin, List<String> groups)
            throws ExecutionException, InterruptedException {
        try {
            admin.deleteConsumerGroups(groups).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw e;
        }
    }
}
