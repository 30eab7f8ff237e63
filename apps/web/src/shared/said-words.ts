import type { SayingView } from '@dropwise/contract';
import type { Words } from './reason-words.ts';

/** How what a saying names reads in the language of the page. */
export interface NamedWords {
  /** Null = there are no words for it. */
  readonly cause: (code: string) => string | null;
  readonly minutes: (minutes: number) => string;
  readonly wish: (wish: string) => string;
  readonly setting: (key: string) => string;
}

/** A sentence of the console by its code; its own words where it has none, or names a cause that this page does not know. */
export function sayingWords({ code, values, sentence }: SayingView, words: NamedWords): Words {
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const named = shownValue(name, value, words);
    if (named === null) return { key: null, values: {}, otherwise: sentence };
    shown[name] = named;
  }
  return { key: code === null ? null : `sayings.${code}`, values: shown, otherwise: sentence };
}

function shownValue(name: string, value: string | number, words: NamedWords): string | number | null {
  if (name === 'cause') return words.cause(String(value));
  if (name === 'key') return words.setting(String(value));
  if (name.endsWith('Wish')) return words.wish(String(value));
  return name.endsWith('Minutes') && typeof value === 'number' ? words.minutes(value) : value;
}

/** Sentences as one text: with a space between them, where the language has one, and none run together. */
export function joined(sentences: readonly string[], language: string): string {
  const isDense = language === 'ja' || language === 'zh';
  return sentences
    .filter((sentence) => sentence !== '')
    .map((sentence, index, all) => (index === all.length - 1 ? sentence : ended(sentence, isDense)))
    .join(isDense ? '' : ' ');
}

/** What a program said last rarely ends like a sentence. */
function ended(sentence: string, isDense: boolean): string {
  return /[.!?…。！？؟]\u2069?$/.test(sentence) ? sentence : `${sentence}${isDense ? '。' : '.'}`;
}

/** As an event of the history carries it; null = an older one, or of a miner that has no codes. */
export function saidOf(value: unknown): readonly SayingView[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isSaying) ? value : null;
}

function isSaying(value: unknown): value is SayingView {
  if (typeof value !== 'object' || value === null) return false;
  const { code, values, sentence } = value as Partial<Record<keyof SayingView, unknown>>;
  const isCode = code === null || typeof code === 'string';
  return isCode && typeof sentence === 'string' && typeof values === 'object' && values !== null;
}
