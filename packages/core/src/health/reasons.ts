import type { Reason, ReasonLevel } from './reason.ts';
import { reasonLevels } from './reason.ts';
import type { ReasonCode } from './reason-codes.ts';
import { loginReasons } from './reasons/login.ts';
import { miningReasons } from './reasons/mining.ts';
import { networkReasons } from './reasons/network.ts';
import { twitchReasons } from './reasons/twitch.ts';

/** The one table that interface, health check, metrics and alerts are made of. */
export const reasons: Readonly<Record<ReasonCode, Reason>> = {
  ...miningReasons,
  ...loginReasons,
  ...twitchReasons,
  ...networkReasons,
};

export interface ReasonText {
  readonly sentence: string;
  readonly todo: string;
}

/** Values for the words in braces; a missing one is put in general words. */
export type ReasonDetail = Readonly<Record<string, string | number | undefined>>;

/** What to tell a person: what is so, and the one step that fits (empty when there is none). */
export function formatReason(code: ReasonCode, detail: ReasonDetail = {}): ReasonText {
  const { sentence, todo } = reasons[code];
  return { sentence: fill(sentence, detail), todo: fill(todo, detail) };
}

/** The level that decides for all of them; nothing wrong is `working`. */
export function worstLevel(codes: readonly ReasonCode[]): ReasonLevel {
  const worst = codes.reduce((index, code) => Math.max(index, reasonLevels.indexOf(reasons[code].level)), 0);
  return reasonLevels[worst] ?? 'working';
}

/** How a placeholder reads when nobody said what it stands for. */
export const generalWords = {
  campaign: 'a campaign',
  channel: 'another channel',
  code: 'the code shown',
  confirmed: 'some',
  detail: 'no details were given',
  drop: 'a drop',
  from: 'one way of watching',
  host: 'Twitch',
  link: 'https://www.twitch.tv/drops/inventory',
  name: 'an item',
  operation: 'a request',
  problem: 'it cannot be read',
  reported: 'fewer',
  to: 'another',
  topics: 'some messages',
  transport: 'the current way',
  transports: 'all known ways',
} as const;

export type ReasonWord = keyof typeof generalWords;

function fill(text: string, detail: ReasonDetail): string {
  return text.replace(/\{(\w+)\}/g, (_whole, word: string) => {
    const value = detail[word];
    // A detail is often a sentence of its own; ours ends with a full stop already.
    if (value !== undefined && value !== '') return String(value).replace(/\.+$/, '');
    return isReasonWord(word) ? generalWords[word] : word;
  });
}

function isReasonWord(word: string): word is ReasonWord {
  return Object.hasOwn(generalWords, word);
}
