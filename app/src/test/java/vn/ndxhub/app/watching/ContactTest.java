package vn.ndxhub.app.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.ndxhub.schemas.registry.RegistryUnavailableException;

class ContactTest {

    @Test
    void saysInTheRegistrysOwnCodeWhyItIsAway() {
        AtomicBoolean denied = new AtomicBoolean(true);
        Contact contact = new Contact(
                Neighbour.REGISTRY,
                () -> {
                    if (denied.get()) {
                        throw new RegistryUnavailableException("status 401, code 40101");
                    }
                },
                Clock.systemUTC());

        contact.look();
        contact.look();
        assertThat(contact.away()).isEqualTo("has not answered yet: status 401, code 40101");

        denied.set(false);
        contact.look();
        assertThat(contact.away()).isNull();
    }
}
