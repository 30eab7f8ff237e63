import { fail, type Result, succeed } from '@dropwise/kit';
import { type AudienceKeygenArguments, chooseDataDirectory, exitCodes, type ProcessIo } from '@dropwise/runtime';
import { consentFilePath, formatConsentFile, formatConsentRecord, parseConsentFile } from './consent/consent-file.ts';
import type { ConsentTerms } from './consent/consent-terms.ts';
import { createOperatorKey, type OperatorKey, readOperatorKey, setOperatorKeyAside } from './consent/operator-key.ts';

/** What a file allows that nobody has thought about yet: little, and for a month. */
const exampleTerms = { maxViewers: '100', maxMbps: '100', paths: ['/live/'] } as const;
const exampleDays = 30;
const anyFingerprint = `SHA256:${'A'.repeat(43)}`;

/**
 * Makes the operator's key where there is none, and says what file his origin must serve. Exit code 0; 2 for terms that do not
 * fit, 4 when the key cannot be made or read.
 */
export async function runKeygen(given: AudienceKeygenArguments, io: ProcessIo, nowMs = Date.now()): Promise<number> {
  const { root } = chooseDataDirectory({
    flag: given.dataDir,
    env: io.env,
    homeFolder: io.homeFolder,
    workingFolder: io.workingFolder,
  });
  // Looked at with any fingerprint first: a key is not replaced for the sake of terms that do not fit.
  const fitting = readTerms(given, anyFingerprint, nowMs);
  if (!fitting.ok) {
    io.stderr.write(`The file would not fit: ${fitting.failure}\n`);
    return exitCodes.badArguments;
  }
  const key = await takeKey(root, given.replace, nowMs);
  if (!key.ok) {
    io.stderr.write(`${key.failure}\n`);
    return exitCodes.directoryUnusable;
  }
  const terms = { ...fitting.value, fingerprint: key.value.key.fingerprint };
  io.stdout.write(given.json ? formatJson(key.value.key, terms) : formatText(key.value, terms));
  return exitCodes.ok;
}

interface TakenKey {
  readonly key: OperatorKey;
  /** What was done, a sentence each. */
  readonly done: readonly string[];
}

async function takeKey(root: string, replace: boolean, nowMs: number): Promise<Result<TakenKey, string>> {
  const stamp = new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-');
  const aside = replace ? await setOperatorKeyAside(root, stamp) : null;
  const made = await createOperatorKey(root);
  if (made.ok) {
    const kept =
      aside === null
        ? []
        : [`The key before it is kept as ${aside}. What was allowed to it is allowed to this one no more.`];
    return succeed({ key: made.value, done: [`A key was made: ${made.value.path}. Keep it to yourself.`, ...kept] });
  }
  if (made.failure.kind !== 'exists') return fail(made.failure.sentence);
  const read = await readOperatorKey(root);
  return read.ok
    ? succeed({ key: read.value, done: [`${made.failure.sentence} --replace makes another.`] })
    : fail(read.failure.sentence);
}

/** As the file would be read: there is one grammar, and one who judges. */
function readTerms(given: AudienceKeygenArguments, fingerprint: string, nowMs: number): Result<ConsentTerms, string> {
  const notAfter = new Date(nowMs + exampleDays * 86_400_000).toISOString().slice(0, 10);
  const paths = given.paths.length > 0 ? given.paths : exampleTerms.paths;
  const terms = parseConsentFile(
    [
      'dropwise-audience: 1',
      `key: ${fingerprint}`,
      `max-viewers: ${given.maxViewers ?? exampleTerms.maxViewers}`,
      `max-mbps: ${given.maxMbps ?? exampleTerms.maxMbps}`,
      `paths: ${paths.join(' ')}`,
      `not-after: ${given.notAfter ?? `${notAfter}T00:00:00Z`}`,
    ].join('\n'),
  );
  if (terms.ok && terms.value.notAfterMs <= nowMs) {
    return fail(`not-after: an instant to come is expected, found ${new Date(terms.value.notAfterMs).toISOString()}.`);
  }
  const unreachable = paths.find((path) => /\/\.\.?(?:\/|$)/.test(path));
  return unreachable === undefined
    ? terms
    : fail(`paths: "${unreachable}" is the prefix of no address: "." and ".." are resolved before anything is asked.`);
}

function formatText({ key, done }: TakenKey, terms: ConsentTerms): string {
  return [
    ...done,
    `Its fingerprint: ${key.fingerprint}`,
    '',
    `To allow a test with this key, let your origin serve this as text/plain at ${consentFilePath}, at its root, with the`,
    'limits that you want. Deleting it ends a test that is on, within about two minutes.',
    '',
    formatConsentFile(terms),
    'Where the root of an https host cannot serve files, a TXT record at _dropwise-audience.<host> will do:',
    '',
    formatConsentRecord(terms),
    '',
  ].join('\n');
}

function formatJson(key: OperatorKey, terms: ConsentTerms): string {
  return `${JSON.stringify({
    fingerprint: key.fingerprint,
    path: consentFilePath,
    text: formatConsentFile(terms),
    record: formatConsentRecord(terms),
  })}\n`;
}
