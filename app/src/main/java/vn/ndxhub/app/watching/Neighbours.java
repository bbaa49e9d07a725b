package vn.ndxhub.app.watching;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who of the neighbours is away. */
final class Neighbours {

    private final Map<Neighbour, Contact> contacts = new EnumMap<>(Neighbour.class);

    Neighbours(Map<Neighbour, Contact.Question> questions, Clock clock) {
        questions.forEach((neighbour, question) -> contacts.put(neighbour, new Contact(neighbour, question, clock)));
    }

    /** Each may take a while, and none holds another up. */
    Collection<Contact> contacts() {
        return contacts.values();
    }

    /** Since when it has been away, in words; null while it is not. */
    @Nullable
    String away(Neighbour neighbour) {
        Contact contact = contacts.get(neighbour);
        return contact == null ? null : contact.away();
    }
}
