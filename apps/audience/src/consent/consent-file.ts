import { fail, type Result, succeed } from '@dropwise/kit';
import type { ConsentTerms } from './consent-terms.ts';
import { fingerprintPattern } from './fingerprint.ts';

/** Where an origin serves it: at its root alone, because under a path anybody may have the right to upload. RFC 8615. */
export const consentFilePath = '/.well-known/dropwise-audience.txt';
export const maxConsentFileBytes = 4_096;
/** The TXT record stands at this name below the host. */
export const consentRecordLabel = '_dropwise-audience';

const version = '1';
const fieldNames = ['dropwise-audience', 'key', 'max-viewers', 'max-mbps', 'paths', 'not-after'] as const;
type FieldName = (typeof fieldNames)[number];
const maxPaths = 32;
const maxViewers = 1_000_000;
const maxMbps = 1_000_000;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
/** What a URL's path may hold as it stands. RFC 3986 3.3. */
const pathPattern = /^\/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;

/** The file that `parseConsentFile` reads. */
export function formatConsentFile(terms: ConsentTerms): string {
  return `${fieldsOf(terms).join('\n')}\n`;
}

/** The same as one text of a TXT record. */
export function formatConsentRecord(terms: ConsentTerms): string {
  return fieldsOf(terms).join('; ');
}

/** Lines of `name: value`, the version first, every field once, none that is unknown. The failure is a sentence. */
export function parseConsentFile(text: string): Result<ConsentTerms, string> {
  if (text.length > maxConsentFileBytes) return fail(`at most ${maxConsentFileBytes} bytes are expected.`);
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return parseFields(lines, 'line');
}

/** Paths cannot hold a ";" there. */
export function parseConsentRecord(text: string): Result<ConsentTerms, string> {
  if (text.length > maxConsentFileBytes) return fail(`at most ${maxConsentFileBytes} bytes are expected.`);
  return parseFields(
    text.split(';').map((part) => part.trim()),
    'field',
  );
}

/** Whether a TXT record is one of ours at all; a name has many. */
export function isConsentRecord(text: string): boolean {
  return text.trimStart().startsWith(`${fieldNames[0]}:`);
}

function fieldsOf(terms: ConsentTerms): string[] {
  return [
    `dropwise-audience: ${version}`,
    `key: ${terms.fingerprint}`,
    `max-viewers: ${terms.maxViewers}`,
    `max-mbps: ${terms.maxMbps}`,
    `paths: ${terms.paths.join(' ')}`,
    `not-after: ${new Date(terms.notAfterMs).toISOString().replace(/\.\d{3}Z$/, 'Z')}`,
  ];
}

function parseFields(lines: readonly string[], unit: 'line' | 'field'): Result<ConsentTerms, string> {
  const fields = readFields(lines, unit);
  return fields.ok ? readTerms(fields.value) : fields;
}

function readFields(lines: readonly string[], unit: string): Result<ReadonlyMap<FieldName, string>, string> {
  const fields = new Map<FieldName, string>();
  for (const [index, line] of lines.entries()) {
    const where = `${unit} ${index + 1}`;
    const [, given, value = ''] = /^([a-z-]+): ([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/.exec(line) ?? [];
    if (given === undefined) return fail(`${where}: "name: value" in plain ASCII is expected, found ${quote(line)}.`);
    if (index === 0 && given !== fieldNames[0]) {
      return fail(`${where}: "${fieldNames[0]}: ${version}" is expected first, found ${quote(line)}.`);
    }
    const name = fieldNames.find((each) => each === given);
    if (name === undefined) return fail(`${where}: there is no field "${given}"; there are ${fieldNames.join(', ')}.`);
    if (fields.has(name)) return fail(`${where}: "${name}" is there a second time. Give it once.`);
    fields.set(name, value);
  }
  const missing = fieldNames.find((name) => !fields.has(name));
  return missing === undefined ? succeed(fields) : fail(`the field "${missing}" is missing.`);
}

function readTerms(fields: ReadonlyMap<FieldName, string>): Result<ConsentTerms, string> {
  const text = (name: FieldName): string => fields.get(name) ?? '';
  const misfit = (name: FieldName, expected: string): Result<ConsentTerms, string> =>
    fail(`${name}: ${expected} is expected, found ${quote(text(name))}.`);
  if (text('dropwise-audience') !== version) return misfit('dropwise-audience', `version ${version}`);
  if (!fingerprintPattern.test(text('key'))) return misfit('key', 'SHA256: and 43 characters of base64');
  const viewers = /^[1-9]\d{0,6}$/.test(text('max-viewers')) ? Number(text('max-viewers')) : Number.NaN;
  if (!(viewers <= maxViewers)) return misfit('max-viewers', `a whole number from 1 to ${maxViewers}`);
  const mbps = /^\d{1,7}(?:\.\d{1,3})?$/.test(text('max-mbps')) ? Number(text('max-mbps')) : Number.NaN;
  if (!(mbps > 0 && mbps <= maxMbps)) return misfit('max-mbps', `a number above 0 and at most ${maxMbps}`);
  const paths = text('paths').split(' ');
  if (paths.length > maxPaths || !paths.every((path) => pathPattern.test(path))) {
    return misfit('paths', `one to ${maxPaths} path prefixes such as /live/, with one blank between them,`);
  }
  const notAfterMs = readInstant(text('not-after'));
  if (notAfterMs === null) return misfit('not-after', 'an instant such as 2026-12-31T00:00:00Z');
  return succeed({ fingerprint: text('key'), maxViewers: viewers, maxMbps: mbps, paths, notAfterMs });
}

/** Null also for days that no month has: `Date` would roll them over. */
export function readInstant(text: string): number | null {
  const at = instantPattern.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return new Date(at).toISOString() === text.replace('Z', '.000Z') ? at : null;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
