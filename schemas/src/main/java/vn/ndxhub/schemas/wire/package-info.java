/** Bytes to records and back, in Confluent's wire format: one zero byte, four bytes of schema id, Avro binary. Start at {@link vn.ndxhub.schemas.wire.ContractReader} and {@link vn.ndxhub.schemas.wire.ContractWriter}. */
@NullMarked
package vn.ndxhub.schemas.wire;

import org.jspecify.annotations.NullMarked;
