import { succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';

const schema = v.object({ sendSpadeEvents: v.nullable(v.object({ statusCode: v.number() })) });

/** Hands over an encoded event list; the data is the status code, null for none. 204 is the only success. Protocol 3.15. */
export const sendSpadeEvents = defineOperation<{ gzipBase64: string }, number | null>({
  name: 'SendSpadeEvents',
  query: 'mutation SendEvents($input: SendSpadeEventsInput!) { sendSpadeEvents(input: $input) { statusCode } }',
  variables: ({ gzipBase64 }) => ({ input: { data: gzipBase64, repository: 'twilight', encoding: 'GZIP_B64' } }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    return parsed.ok ? succeed(parsed.value.sendSpadeEvents?.statusCode ?? null) : parsed;
  },
});
