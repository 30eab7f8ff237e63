import type { HeldReasonView, WhyNotView } from '@dropwise/contract';
import { i18n, t } from '../i18n/i18n.svelte.ts';
import { namesText } from './names-text.ts';
import { reasonWords, type Words, whyNotWords } from './reason-words.ts';
import { saidText } from './said-text.ts';

/** What is so, the one step that fits, and what goes on meanwhile, in the page's language; empty where there is nothing. */
export interface ReasonText {
  readonly sentence: string;
  readonly todo: string;
  readonly stillWorks: string;
}

/** A reason as it is held, or as an event of the history tells it. */
type ToldReason = Pick<HeldReasonView, 'code' | 'sentence' | 'todo' | 'detail' | 'detailSaid' | 'said' | 'todoSaid'>;

export function reasonText(reason: ToldReason): ReasonText {
  const told = { ...reason, detail: detailOf(reason) };
  const { sentence, todo, stillWorks } = reasonWords(told, (word) => t(`reasons.general.${word}`));
  return {
    sentence: reason.said === undefined ? say(sentence) : saidText(reason.said, reason.sentence),
    todo: reason.todoSaid === undefined ? say(todo) : saidText(reason.todoSaid, reason.todo),
    stillWorks: say(stillWorks),
  };
}

/** What a reason brings along, in the language of the page where it has a code itself. */
function detailOf({ detail, detailSaid }: ToldReason): ToldReason['detail'] {
  if (detail === null) return null;
  const { problemCode, problemNames, problemMinutes, place, key } = detail;
  return {
    ...detail,
    ...(detailSaid !== undefined && { detail: saidText(detailSaid, detail.detail ?? '') }),
    // The settings themselves say more of it; of these words there are none in other languages.
    ...(place !== undefined && i18n.language !== 'en' && { detail: whereabouts(place, key) }),
    ...(problemCode !== undefined && {
      problem: i18n.orElse(
        `sayings.${problemCode}`,
        { minutes: Number(problemMinutes ?? 0), names: instead(problemNames?.split('\n').filter(Boolean) ?? []) },
        detail.problem ?? '',
      ),
    }),
  };
}

/** Why something is not being mined, or that it is. */
export function whyNotText(whyNot: WhyNotView): string {
  const { names } = whyNot;
  return say(whyNotWords(names === undefined ? whyNot : { ...whyNot, value: instead(names) }));
}

function whereabouts(place: string, key: string | undefined): string {
  const label = key === undefined ? undefined : i18n.orElse(`settings.label.${key}`, {}, key);
  return label === undefined ? place : t('reasons.settingAt', { place, key: label });
}

/** What gets the time of a drop that is given up. */
function instead(names: readonly string[]): string {
  return names.length === 0 ? t('reasons.likely') : namesText(names);
}

function say({ key, values, otherwise }: Words): string {
  return key === null ? i18n.isolated(otherwise) : i18n.orElse(key, values, otherwise);
}
