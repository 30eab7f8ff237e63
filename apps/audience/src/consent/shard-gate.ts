import { assertNever } from '@dropwise/kit';
import type { Authority } from '../wire/transport.ts';
import { coverPath } from './cover-path.ts';
import type { ConsentGate, GateAnswer, Grant } from './gate.ts';
import { type ConsentAnswer, type ConsentQuestion, maxAuthorities } from './messages.ts';
import { authorityKey, readTarget } from './target.ts';

/** One for each authority and way: more than the coordinator would answer with anything but no. */
const maxEntries = 2 * maxAuthorities;

const unknown: GateAnswer = { kind: 'unknown' };

/** What one shard knows of one authority by one kind of way. */
interface Entry {
  answer: GateAnswer;
  /** Called once, when the answer is there: at most one a viewer. */
  waiting: (() => void)[];
}

/** An address that was read: viewers share them, and ask again with every request. */
interface Reading {
  /** What was read; a `URL` can be changed afterwards. */
  readonly href: string;
  readonly keys: { readonly direct: string; readonly proxied: string };
  readonly authority: Authority;
  readonly pathname: string;
  /** The grant that was last held against the path, and what came of it. */
  grant: Grant | null;
  answer: GateAnswer;
}

/** A shard's memory of what the coordinator granted; everything else is a question or a refusal. */
export class ShardGate implements ConsentGate {
  readonly #post: (question: ConsentQuestion) => void;
  readonly #entries = new Map<string, Entry>();
  /** Lives as long as the addresses do. */
  readonly #readings = new WeakMap<URL, Reading>();

  constructor(post: (question: ConsentQuestion) => void) {
    this.#post = post;
  }

  lookUp(url: URL, throughProxy: boolean): GateAnswer {
    const reading = this.#read(url);
    if ('kind' in reading) return reading;
    const entry = this.#entries.get(throughProxy ? reading.keys.proxied : reading.keys.direct);
    if (entry === undefined) return this.#isFull ? refuseForNumber(reading.authority) : unknown;
    if (entry.answer.kind !== 'granted') return entry.answer;
    if (reading.grant === entry.answer.grant) return reading.answer;
    const covered = coverPath(entry.answer.grant, reading.pathname);
    reading.grant = entry.answer.grant;
    reading.answer = covered.ok ? entry.answer : { kind: 'refused', sentence: covered.failure };
    return reading.answer;
  }

  ask(url: URL, throughProxy: boolean, answered: () => void): void {
    const reading = this.#read(url);
    if ('kind' in reading) {
      answered();
      return;
    }
    const key = throughProxy ? reading.keys.proxied : reading.keys.direct;
    const entry = this.#entries.get(key);
    if (entry?.answer.kind === 'unknown') entry.waiting.push(answered);
    else if (entry !== undefined || this.#isFull) answered();
    else {
      this.#entries.set(key, { answer: unknown, waiting: [answered] });
      this.#post({ kind: 'consent-asked', authority: reading.authority, throughProxy });
    }
  }

  /** Takes what the coordinator says, asked for or not. */
  hear(message: ConsentAnswer): void {
    const { direct, proxied } = keysOf(message.authority);
    const key = message.throughProxy ? proxied : direct;
    const entry = this.#entries.get(key) ?? { answer: unknown, waiting: [] };
    this.#entries.set(key, entry);
    entry.answer = answerOf(message);
    const { waiting } = entry;
    entry.waiting = [];
    for (const answered of waiting) answered();
  }

  #read(url: URL): Reading | GateAnswer {
    const known = this.#readings.get(url);
    if (known !== undefined && known.href === url.href) return known;
    const target = readTarget(url);
    if (!target.ok) return { kind: 'refused', sentence: `The address does not fit: ${target.failure}` };
    const { authority, pathname } = target.value;
    const reading = { href: url.href, keys: keysOf(authority), authority, pathname, grant: null, answer: unknown };
    this.#readings.set(url, reading);
    return reading;
  }

  get #isFull(): boolean {
    return this.#entries.size >= maxEntries;
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

function refuseForNumber(authority: Authority): GateAnswer {
  const sentence = `At most ${maxAuthorities} hosts are asked in a run; ${authorityKey(authority)} is one more.`;
  return { kind: 'refused', sentence };
}

function keysOf(authority: Authority): Reading['keys'] {
  const key = authorityKey(authority);
  return { direct: `direct ${key}`, proxied: `proxied ${key}` };
}
