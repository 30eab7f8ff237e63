import type { Readable } from 'node:stream';
import { documentedAs } from '@dropwise/contract';
import * as v from 'valibot';

/** For `schema.response`: text that may be long, so that it is sent as it is made. */
export const streamedText = v.pipe(
  v.custom<string | Readable>((value) => typeof value === 'string'),
  documentedAs({ type: 'string' }),
);
