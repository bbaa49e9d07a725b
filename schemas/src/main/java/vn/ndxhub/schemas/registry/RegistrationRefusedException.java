package vn.ndxhub.schemas.registry;

/** The registry did not take a schema: it is incompatible with what is registered, or not valid. */
public final class RegistrationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    public RegistrationRefusedException(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    public String subject() {
        return subject;
    }
}
