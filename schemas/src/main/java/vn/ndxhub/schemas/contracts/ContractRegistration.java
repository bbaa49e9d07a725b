package vn.ndxhub.schemas.contracts;

import java.util.List;
import org.apache.avro.Schema;
import vn.ndxhub.schemas.registry.Compatibility;
import vn.ndxhub.schemas.registry.CompatibilityLevel;
import vn.ndxhub.schemas.registry.HttpSchemaRegistry;
import vn.ndxhub.schemas.registry.RegistrationRefusedException;

/** Puts the contracts into the registry when the hub is deployed: the only place that registers. Run again it changes nothing. */
public final class ContractRegistration {

    private final HttpSchemaRegistry registry;

    public ContractRegistration(HttpSchemaRegistry registry) {
        this.registry = registry;
    }

    /** From now on nothing may follow in any subject that old readers or writers could not live with, and the reverse. */
    public void demandFullTransitive() {
        registry.setCompatibility(CompatibilityLevel.FULL_TRANSITIVE);
    }

    /** Registers every contract under its subject, in the order of {@link Contracts#all()}. */
    public List<Registered> registerContracts() {
        return Contracts.all().stream()
                .map(contract -> register(contract.subject(), contract.schema()))
                .toList();
    }

    /**
     * Registers one schema, also one that is no contract, e.g. a source's native one.
     *
     * @throws RegistrationRefusedException with the subject and all that the registry says against it
     */
    public Registered register(String subject, Schema schema) {
        try {
            return new Registered(subject, registry.register(subject, schema));
        } catch (RegistrationRefusedException refused) {
            Compatibility verdict = registry.compatibility(subject, schema);
            throw verdict.messages().isEmpty()
                    ? refused
                    : new RegistrationRefusedException(
                            subject, refused.getMessage() + "\n  " + String.join("\n  ", verdict.messages()));
        }
    }

    /** What was registered, or had been already. */
    public record Registered(String subject, int id) {}

    /** Command line: see {@link RegistrationCommand}. */
    public static void main(String[] args) {
        System.exit(RegistrationCommand.run(List.of(args), System.out, System.err));
    }
}
