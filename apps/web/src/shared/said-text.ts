import type { SayingView } from '@dropwise/contract';
import { i18n, type MessageValues } from '../i18n/i18n.svelte.ts';
import { joined, type NamedWords, sayingWords } from './said-words.ts';

/** What the console says, in the language of the page. `more`: what a sentence names beside what it brings along. */
export function sayingText(saying: SayingView, more: MessageValues = {}): string {
  const { key, values, otherwise } = sayingWords(saying, named);
  return key === null ? i18n.isolated(otherwise) : i18n.orElse(key, { ...values, ...more }, otherwise);
}

/** Sentences that follow each other. `otherwise`: the same in English, for what has no codes. */
export function saidText(said: readonly SayingView[] | null | undefined, otherwise: string): string {
  if (said === null || said === undefined) return otherwise === '' ? '' : i18n.isolated(otherwise);
  return joined(
    said.map((saying) => sayingText(saying)),
    i18n.language,
  );
}

/** Sentences that stand in a list, each with its own words where it has no code. */
export function saidList(said: readonly SayingView[] | undefined, otherwise: readonly string[]): readonly string[] {
  return said?.map((saying) => sayingText(saying)) ?? otherwise.map((sentence) => i18n.isolated(sentence));
}

const named: NamedWords = {
  cause: (code) => i18n.orElse(`sayings.cause.${code}`, {}, '') || null,
  minutes: (minutes) => (minutes < 0 ? '∞' : i18n.minutes(minutes)),
  wish: (wish) => i18n.orElse(`settings.wish.${wish}`, {}, wish),
  setting: (key) => i18n.orElse(`settings.label.${key}`, {}, key),
};
