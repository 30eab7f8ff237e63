import * as v from 'valibot';
import type { PeerField } from './peer-settings.ts';

/** Kinds of settings that both miners have. */
export const yesNo: PeerField = { expected: 'true or false', schema: v.boolean(), wrapper: null };

export const names: PeerField = {
  expected: 'a list of at most 2000 names',
  schema: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(2_000)),
  wrapper: null,
};

export const shortText: PeerField = {
  expected: 'a text of at most 100 characters',
  schema: v.pipe(v.string(), v.maxLength(100)),
  wrapper: null,
};

/** May hold a name and a password. */
export const proxyAddress: PeerField = {
  expected: 'the address of a proxy, or nothing',
  schema: v.pipe(v.string(), v.maxLength(500), v.regex(/^(?:|[a-z][a-z0-9+.-]*:\/\/\S+)$/i)),
  wrapper: null,
  secret: true,
};

export function wholeNumber(min: number, max: number): PeerField {
  return {
    expected: `a whole number from ${min} to ${max}`,
    schema: v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max)),
    wrapper: null,
  };
}
