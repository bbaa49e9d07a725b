package vn.ndxhub.sandbox.world;

import java.util.List;

/** Takes a process out of the terminal's session, so that neither Ctrl-C nor a closed terminal ends it. */
final class OwnSession {

    /** Both replace themselves by the program: the pid stays the same. */
    private static final List<String> PREFIX = Shell.succeeds(List.of("setsid", "true"))
            ? List.of("setsid")
            : Shell.succeeds(List.of("nohup", "true")) ? List.of("nohup") : List.of();

    private OwnSession() {}

    static List<String> prefix() {
        return PREFIX;
    }
}
