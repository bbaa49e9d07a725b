package vn.ndxhub.sandbox.world;

import java.nio.file.Path;
import java.util.List;

/** How root starts a program that refuses to run as root; anybody else starts it just so. */
final class Unprivileged {

    private static final String NOBODY = "65534";
    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix = choose();

    /** Both replace themselves by the program: the pid stays the same. */
    List<String> prefix() {
        return prefix;
    }

    /** Gives it a folder, if it runs under another name. */
    void own(Path folder) {
        if (prefix.equals(AS_NOBODY)) {
            Shell.run(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()));
        }
    }

    private static List<String> choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (Shell.succeeds(List.of("unshare", "-U", "true"))) {
            return OWN_NAMESPACE;
        }
        if (Shell.succeeds(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "true"))) {
            return AS_NOBODY;
        }
        throw new IllegalStateException(
                "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here:"
                        + " run ./hub as an ordinary user");
    }
}
