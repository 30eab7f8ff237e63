import { assertNever } from '@dropwise/kit';
import type { Authority } from '../wire/transport.ts';
import { isPathAllowed } from './allowed-path.ts';
import type { ConsentGate, GateAnswer, Grant } from './gate.ts';
import type { ConsentAnswer, ConsentQuestion } from './messages.ts';
import { authorityKey, readTarget } from './target.ts';

/** More hosts than this are refused here: a playlist that names thousands must not make a flood of questions. */
export const maxAuthorities = 32;

const unknown: GateAnswer = { kind: 'unknown' };

/** What one shard knows of one authority by one kind of way. */
interface Entry {
  answer: GateAnswer;
  /** Called once, when the answer is there. */
  waiting: (() => void)[];
}

/** A shard's memory of what the coordinator granted; everything else is a question or a refusal. */
export class ShardGate implements ConsentGate {
  readonly #post: (question: ConsentQuestion) => void;
  readonly #entries = new Map<string, Entry>();

  constructor(post: (question: ConsentQuestion) => void) {
    this.#post = post;
  }

  lookUp(url: URL, throughProxy: boolean): GateAnswer {
    const target = readTarget(url);
    if (!target.ok) return { kind: 'refused', sentence: `The address does not fit: ${target.failure}` };
    const entry = this.#entries.get(entryKey(target.value.authority, throughProxy));
    if (entry === undefined) return this.#isFull ? refuseForNumber(target.value.authority) : unknown;
    return entry.answer.kind === 'granted' ? checkPath(entry.answer, target.value.pathname) : entry.answer;
  }

  ask(url: URL, throughProxy: boolean, answered: () => void): void {
    const target = readTarget(url);
    const key = target.ok ? entryKey(target.value.authority, throughProxy) : null;
    const entry = key === null ? undefined : this.#entries.get(key);
    if (!target.ok || key === null || (entry === undefined && this.#isFull)) answered();
    else if (entry === undefined) {
      this.#entries.set(key, { answer: unknown, waiting: [answered] });
      this.#post({ kind: 'consent-asked', authority: target.value.authority, throughProxy });
    } else if (entry.answer.kind === 'unknown') entry.waiting.push(answered);
    else answered();
  }

  /** Takes what the coordinator says, asked for or not. */
  hear(message: ConsentAnswer): void {
    const key = entryKey(message.authority, message.throughProxy);
    const entry = this.#entries.get(key) ?? { answer: unknown, waiting: [] };
    this.#entries.set(key, entry);
    entry.answer = answerOf(message);
    const { waiting } = entry;
    entry.waiting = [];
    for (const answered of waiting) answered();
  }

  get #isFull(): boolean {
    return this.#entries.size >= 2 * maxAuthorities;
  }
}

function answerOf(message: ConsentAnswer): GateAnswer {
  switch (message.kind) {
    case 'consent-granted':
      return { kind: 'granted', grant: message.grant };
    case 'consent-refused':
      return { kind: 'refused', sentence: message.sentence };
    default:
      return assertNever(message);
  }
}

/** The grant as it is where its paths cover this one. */
export function checkPath(answer: { readonly kind: 'granted'; readonly grant: Grant }, pathname: string): GateAnswer {
  const { authority, paths } = answer.grant;
  if (paths.length === 0 || isPathAllowed(pathname, paths)) return answer;
  const sentence = `The consent of ${authorityKey(authority)} covers ${paths.join(' ')}, and not "${pathname.slice(0, 200)}".`;
  return { kind: 'refused', sentence };
}

function refuseForNumber(authority: Authority): GateAnswer {
  const sentence = `At most ${maxAuthorities} hosts are asked for consent in a run; ${authorityKey(authority)} is one more.`;
  return { kind: 'refused', sentence };
}

function entryKey(authority: Authority, throughProxy: boolean): string {
  return `${throughProxy ? 'proxied' : 'direct'} ${authorityKey(authority)}`;
}
