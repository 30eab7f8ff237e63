import type { HeldReasonView, WhyNotView } from '@dropwise/contract';
import { i18n, t } from '../i18n/i18n.svelte.ts';
import { reasonWords, type Words, whyNotWords } from './reason-words.ts';

/** What is so, the one step that fits, and what goes on meanwhile, in the page's language; empty where there is nothing. */
export interface ReasonText {
  readonly sentence: string;
  readonly todo: string;
  readonly stillWorks: string;
}

export function reasonText(reason: Pick<HeldReasonView, 'code' | 'sentence' | 'todo' | 'detail'>): ReasonText {
  const { sentence, todo, stillWorks } = reasonWords(reason, (word) => t(`reasons.general.${word}`));
  return { sentence: say(sentence), todo: say(todo), stillWorks: say(stillWorks) };
}

/** Why something is not being mined, or that it is. */
export function whyNotText(whyNot: WhyNotView): string {
  return say(whyNotWords(whyNot));
}

function say({ key, values, otherwise }: Words): string {
  return key === null ? otherwise : i18n.orElse(key, values, otherwise);
}
