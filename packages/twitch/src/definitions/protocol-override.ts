import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { clientNames, operationNames, type ProtocolData } from './protocol-data.ts';

const httpUrl = v.pipe(v.string(), v.url(), v.regex(/^https?:/, 'an http or https address'));
const httpsUrl = v.pipe(v.string(), v.url(), v.regex(/^https:/, 'an https address'));
const socketUrl = v.pipe(v.string(), v.url(), v.regex(/^wss?:/, 'a ws or wss address'));
const clientId = v.pipe(v.string(), v.regex(/^[a-z0-9]{20,40}$/, 'a client id of 20 to 40 small letters and digits'));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a hash of 64 hexadecimal digits'));

const schema = v.strictObject({
  endpoints: v.optional(
    v.strictObject({
      gql: v.optional(httpUrl),
      id: v.optional(httpUrl),
      usher: v.optional(httpUrl),
      pubsub: v.optional(socketUrl),
      hermes: v.optional(socketUrl),
      site: v.optional(v.nullable(httpUrl)),
      images: v.optional(httpsUrl),
    }),
  ),
  clients: v.optional(
    v.record(
      v.picklist(clientNames),
      v.strictObject({
        clientId: v.optional(clientId),
        baseUrl: v.optional(httpUrl),
        userAgent: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(400))),
      }),
    ),
  ),
  hashes: v.optional(v.record(v.picklist(operationNames), hash)),
});

/**
 * Protocol data with a person's changes laid over it, part by part. Nothing is taken from an override that does not
 * fit: the failure is a sentence that names the place, what was expected and what was found.
 */
export function overrideProtocolData(base: ProtocolData, override: unknown): Result<ProtocolData, string> {
  if (Array.isArray(override)) return fail('the whole file: expected an object, found a list');
  const parsed = v.safeParse(schema, override);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const place = v.getDotPath(issue) ?? 'the whole file';
    const expected = issue.type === 'regex' ? issue.message : (issue.expected ?? issue.message);
    return fail(`${place}: expected ${expected}, found ${issue.received}`);
  }
  const { endpoints, clients, hashes } = parsed.output;
  const changed = clientNames.map((name) => [name, { ...base.clients[name], ...clients?.[name] }]);
  return succeed({
    ...base,
    endpoints: { ...base.endpoints, ...endpoints },
    clients: Object.fromEntries(changed),
    hashes: { ...base.hashes, ...hashes },
  } as ProtocolData);
}
