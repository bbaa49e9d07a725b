package vn.ndxhub.schemas.registry;

import org.apache.avro.Schema;

/** Schemas by their id and ids by their schema; reads only, so a producer can never register anything. */
public interface SchemaRegistry {

    /**
     * The schema that is registered under this id.
     *
     * @throws UnknownSchemaException the registry says that it has no such id
     * @throws RefusedSchemaException the registry has something there that cannot be used: not Avro, not valid, too large
     * @throws RegistryUnavailableException the registry could not be asked, or gave no usable answer
     */
    Schema schemaById(int id);

    /**
     * The id under which exactly this schema is registered for the subject; never registers it.
     *
     * @throws UnknownSchemaException the registry says that it has no such subject, or not this schema there
     * @throws RegistryUnavailableException the registry could not be asked, or gave no usable answer
     */
    int idOf(String subject, Schema schema);
}
