package vn.ndxhub.trials.faults;

import java.util.ArrayList;
import java.util.List;
import vn.ndxhub.sandbox.world.HubProcess;
import vn.ndxhub.trials.oracle.LiveReader;
import vn.ndxhub.trials.oracle.Oracle;

/** Somebody who looks at every figure again and again while a part of a case runs. */
record ReadAlong(Stage stage, Findings findings, Timeline timeline) {

    void during(Trial.Watched part) throws Exception {
        try (LiveReader reader = new LiveReader(stage.world(), stage.ledger(), this::runningUrls)) {
            part.run();
            findings.asked(Oracle.O6_LIVE);
            reader.findings().forEach(each -> findings.add(Oracle.O6_LIVE, each));
            if (reader.readings() == 0) {
                findings.add(Oracle.O6_LIVE, "no hub has answered once");
            }
            timeline.note("read along %,d times".formatted(reader.readings()));
        }
    }

    /** Of the hubs that run and serve. */
    private List<String> runningUrls() {
        List<String> urls = new ArrayList<>();
        for (HubProcess hub : stage.hubs()) {
            try {
                urls.add(hub.url());
            } catch (IllegalStateException startingOrGone) {
                // the others will do
            }
        }
        return urls;
    }
}
