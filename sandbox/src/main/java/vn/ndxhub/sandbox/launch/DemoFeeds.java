package vn.ndxhub.sandbox.launch;

import java.util.Map;
import vn.ndxhub.sandbox.world.World;

/** The national databases that a demonstration lets speak. */
interface DemoFeeds {

    /** Made before the hub starts, for the hub asks the pulled databases at once. */
    Prepared prepare(World world);

    /** Ready, and nothing sent yet. */
    interface Prepared extends AutoCloseable {

        /** Where the databases that are asked for pages answer. */
        String pagesUrl();

        /** Sends all there is and returns how many items each source has sent in all, pages included. */
        Map<String, Long> send();

        @Override
        void close();
    }
}
