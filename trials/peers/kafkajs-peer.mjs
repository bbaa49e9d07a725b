// Speaks for @kafkajs/confluent-schema-registry: one JSON request a line in, one JSON answer a line out.
import readline from 'node:readline';
import registryClient from '@kafkajs/confluent-schema-registry';

const { SchemaRegistry, SchemaType } = registryClient;
const registry = new SchemaRegistry({ host: process.argv[2] });

// JSON has no bytes: what Buffer writes as JSON is read as a Buffer again.
const withBuffers = (key, value) => (value?.type === 'Buffer' ? Buffer.from(value.data) : value);

// And what holds bytes is shown as their numbers, as Avro's own JSON does with a fixed.
// As Avro's Java writes them: bytes as text, fixed values (all of ours are ids of 16 bytes) as numbers.
const asText = (data) => Buffer.from(data).toString('latin1');
const withoutBuffers = (key, value) =>
  value?.type !== 'Buffer' ? value : value.data.length === 16 ? value.data : asText(value.data);

const avro = ({ schema, references }) => ({ type: SchemaType.AVRO, schema, references });

const tasks = {
  id: async (request) => ({ id: await registry.getRegistryIdBySchema(request.subject, avro(request)) }),
  register: async (request) => ({
    id: (await registry.register(avro(request), { subject: request.subject, compatibility: 'FULL_TRANSITIVE' })).id,
  }),
  decode: async (request) => ({ value: await registry.decode(Buffer.from(request.bytes, 'base64')) }),
  encode: async (request) => ({ bytes: (await registry.encode(request.id, request.value)).toString('base64') }),
  reencode: async (request) => {
    const bytes = Buffer.from(request.bytes, 'base64');
    const again = await registry.encode(bytes.readInt32BE(1), await registry.decode(bytes));
    return { bytes: again.toString('base64') };
  },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  const request = JSON.parse(line, withBuffers);
  try {
    console.log(JSON.stringify(await tasks[request.task](request), withoutBuffers));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
