package vn.ndxhub.trials.faults;

import java.util.List;

/** How a case came to its end. Only one that was carried out, and whose faults hit something, says anything about the hub. */
public sealed interface End {

    /** In a few words, for table and record. */
    String text();

    /** Carried out; the oracles say what they found. */
    record Judged() implements End {

        @Override
        public String text() {
            return "judged";
        }
    }

    /** Carried out, but these faults fell where they hurt nobody: being right then proves nothing. */
    record DidNotStrike(List<String> what) implements End {

        @Override
        public String text() {
            return "did not strike: " + String.join("; ", what);
        }
    }

    /** Not carried out to its end. */
    record BrokeOff(String why) implements End {

        @Override
        public String text() {
            return "broke off: " + why;
        }
    }

    /** This machine lacks something that the case needs: neither right nor wrong. */
    record NotHere(String why) implements End {

        @Override
        public String text() {
            return "cannot be tried here: " + why;
        }
    }
}
