/** The header fields that anybody here reads. Their lengths differ, so that a name's length finds its only candidate. */
export const headFields = [
  'age',
  'connection',
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'location',
  'retry-after',
  'transfer-encoding',
] as const;
export type HeadField = (typeof headFields)[number];

const longest = Math.max(...headFields.map((name) => name.length));
const byLength: readonly (Candidate | null)[] = Array.from({ length: longest + 1 }, (_, length) => candidate(length));

interface Candidate {
  readonly name: HeadField;
  readonly bytes: Uint8Array;
}

/** Which field bytes `start` to `end` name, in any case; null = none that is read. */
export function headFieldAt(buffer: Uint8Array, start: number, end: number): HeadField | null {
  const found = byLength[end - start];
  if (found === null || found === undefined) return null;
  const { bytes } = found;
  // Names are tokens by now: setting bit 5 folds letters and leaves the hyphen as it is.
  for (let i = 0; i < bytes.length; i++) if (((buffer[start + i] ?? 0) | 0x20) !== bytes[i]) return null;
  return found.name;
}

function candidate(length: number): Candidate | null {
  const name = headFields.find((field) => field.length === length);
  return name === undefined ? null : { name, bytes: Buffer.from(name, 'latin1') };
}
