package vn.ndxhub.trials.cases;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ndxhub.sandbox.world.HubOptions;
import vn.ndxhub.trials.faults.CannotBeTried;
import vn.ndxhub.trials.faults.FaultCase;
import vn.ndxhub.trials.faults.Health;
import vn.ndxhub.trials.faults.Trial;
import vn.ndxhub.trials.oracle.Oracle;

/** F17: the clock of one hub is more than a year ahead, that of the other a day behind: no figure may depend on either. */
final class ClocksWrong implements FaultCase {

    /** Of Debian's package faketime. */
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    @Override
    public String id() {
        return "F17";
    }

    @Override
    public String what() {
        return "the clock of one hub is 400 days ahead, that of the other 30 hours behind";
    }

    @Override
    public Closeable prepare(Path folder) throws CannotBeTried {
        if (!Files.exists(LIBRARY)) {
            throw new CannotBeTried(LIBRARY + " is missing: apt-get install faketime");
        }
        return () -> {};
    }

    @Override
    public HubOptions options(HubOptions usual) {
        return usual.with("LD_PRELOAD", LIBRARY.toString())
                .with("FAKETIME", usual.name().equals("hub-1") ? "+400d" : "-30h")
                // Only what the clock on the wall says: how long something takes stays true.
                .with("DONT_FAKE_MONOTONIC", "1")
                // Or waits of the JVM end at once, and it does nothing but wait.
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    @Override
    public void run(Trial trial) throws Exception {
        trial.sendUpTo(0.4);
        trial.anyHub().kill();
        trial.startHubs().join();
        trial.sendUpTo(1);
        trial.settle();
        trial.require(
                Oracle.O9_BOUNDED,
                "both hubs are well",
                trial.hubs().stream().noneMatch(hub -> Health.of(hub).contains("DEGRADED")));
    }
}
