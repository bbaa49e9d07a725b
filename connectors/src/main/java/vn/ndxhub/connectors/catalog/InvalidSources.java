package vn.ndxhub.connectors.catalog;

import java.util.List;

/** The source folders cannot be used as they are; the message has one line for every error, with file and key. */
public final class InvalidSources extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    InvalidSources(List<String> errors) {
        super("The source folders cannot be used; correct these and start again:\n  " + String.join("\n  ", errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
