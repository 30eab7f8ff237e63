import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Authority } from '../wire/transport.ts';
import {
  consentFilePath,
  consentRecordLabel,
  isConsentRecord,
  parseConsentFile,
  parseConsentRecord,
} from './consent-file.ts';
import type { ConsentTerms } from './consent-terms.ts';
import { type ConsentDoor, fetchConsentFile } from './fetch-consent-file.ts';
import { authorityKey } from './target.ts';

/** A consent as it was found, and the addresses that it holds for. */
export interface FoundConsent {
  readonly by: 'file' | 'dns';
  readonly terms: ConsentTerms;
  /** Byte for byte, to see that it has not changed. */
  readonly text: string;
  readonly sha256: string;
  /** Each answered for itself. */
  readonly addresses: readonly string[];
}

export interface ConsentSource extends ConsentDoor {
  /** TXT records of a name, the parts of each joined; the failure is a sentence. */
  readTxt(name: string): Promise<Result<readonly string[], string>>;
}

/**
 * Asks every address for the file, because a name may point at others than its owner's: only those that serve it, all the
 * same, are in. Where none has a file, a TXT record will do, but over https alone: whoever rules a name may point it at anybody,
 * and only the certificate proves that the machine there answers to it.
 */
export async function findConsent(
  source: ConsentSource,
  authority: Authority,
  addresses: readonly string[],
): Promise<Result<FoundConsent, string>> {
  const answers = await Promise.all(addresses.map((address) => fetchConsentFile(source, authority, address)));
  const served = answers.find((answer) => answer.kind === 'served');
  if (served !== undefined) {
    const terms = parseConsentFile(served.text);
    if (!terms.ok) return fail(`${authorityKey(authority)}${consentFilePath}: ${terms.failure}`);
    const same = addresses.filter((_, index) => isServed(answers[index], served.text));
    return succeed(foundConsent('file', terms.value, served.text, same));
  }
  const [first] = answers;
  const sentence = first?.kind === 'absent' ? first.sentence : `${authorityKey(authority)} has no address.`;
  if (authority.scheme !== 'https' || isIP(authority.host) !== 0) return fail(sentence);
  const proven = addresses.filter((_, index) => isAnswered(answers[index]));
  if (proven.length === 0) return fail(sentence);
  const record = await findRecord(source, authority.host);
  return record.ok
    ? succeed(foundConsent('dns', record.value.terms, record.value.text, proven))
    : fail(`${sentence} ${record.failure}`);
}

/** Whether a consent stands as it was found: `null`, or what is the matter. */
export type ConsentChange =
  | { readonly kind: 'missing'; readonly sentence: string }
  | { readonly kind: 'changed'; readonly sentence: string };

/** Asks again, in the way it was found by. */
export async function recheckConsent(
  source: ConsentSource,
  authority: Authority,
  found: FoundConsent,
): Promise<ConsentChange | null> {
  if (found.by === 'dns') {
    const record = await findRecord(source, authority.host);
    if (!record.ok) return { kind: 'missing', sentence: record.failure };
    return record.value.text === found.text ? null : changed(`${consentRecordLabel}.${authority.host}`);
  }
  const answers = await Promise.all(found.addresses.map((address) => fetchConsentFile(source, authority, address)));
  for (const answer of answers) {
    if (answer.kind === 'served' && answer.text !== found.text) {
      return changed(`${authorityKey(authority)}${consentFilePath}`);
    }
  }
  const absent = answers.find((answer) => answer.kind === 'absent');
  return absent === undefined ? null : { kind: 'missing', sentence: absent.sentence };
}

/** Those of further addresses that consent in the same words. */
export async function filterConsenting(
  source: ConsentSource,
  authority: Authority,
  found: FoundConsent,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const answers = await Promise.all(addresses.map((address) => fetchConsentFile(source, authority, address)));
  return addresses.filter((_, index) => {
    const answer = answers[index];
    return found.by === 'file' ? isServed(answer, found.text) : isAnswered(answer);
  });
}

function isServed(answer: Awaited<ReturnType<typeof fetchConsentFile>> | undefined, text: string): boolean {
  return answer?.kind === 'served' && answer.text === text;
}

function isAnswered(answer: Awaited<ReturnType<typeof fetchConsentFile>> | undefined): boolean {
  return answer?.kind === 'absent' && answer.answered;
}

interface FoundRecord {
  readonly terms: ConsentTerms;
  readonly text: string;
}

async function findRecord(source: ConsentSource, host: string): Promise<Result<FoundRecord, string>> {
  const name = `${consentRecordLabel}.${host}`;
  const records = await source.readTxt(name);
  if (!records.ok) return fail(`TXT record ${name}: ${records.failure}`);
  const ours = records.value.filter(isConsentRecord);
  const [text] = ours;
  if (text === undefined) return fail(`The TXT record ${name}, which would do as well, is not there either.`);
  if (ours.length > 1) return fail(`TXT record ${name}: one consent is expected, found ${ours.length}.`);
  const terms = parseConsentRecord(text);
  return terms.ok ? succeed({ terms: terms.value, text }) : fail(`TXT record ${name}: ${terms.failure}`);
}

function foundConsent(
  by: 'file' | 'dns',
  terms: ConsentTerms,
  text: string,
  addresses: readonly string[],
): FoundConsent {
  const sha256 = createHash('sha256').update(text, 'latin1').digest('hex');
  return { by, terms, text, sha256, addresses };
}

function changed(where: string): ConsentChange {
  return { kind: 'changed', sentence: `${where} has changed since the run began.` };
}
