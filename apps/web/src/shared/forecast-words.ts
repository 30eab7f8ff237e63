import type { ForecastView, WhyNotView } from '@dropwise/contract';
import { assertNever } from '@dropwise/kit';
import type { MessageKey } from '../locales/en/index.ts';

/** What becomes of a drop, before it is put into a language. */
export type ForecastWords =
  /** A message; instants and spans are named by what they are. */
  | {
      readonly kind: 'message';
      readonly key: MessageKey;
      readonly at: number | null;
      readonly spareMinutes: number | null;
      readonly chance: number | null;
      readonly names: readonly string[];
    }
  | { readonly kind: 'whyNot'; readonly whyNot: WhyNotView }
  /** Nothing better is known than what the console says. */
  | { readonly kind: 'asSaid'; readonly sentence: string };

const noValues = { kind: 'message', at: null, spareMinutes: null, chance: null, names: [] } as const;

/** `whyNot`: what is known of the drop now. It says why a drop is impossible, unless it is another wish that makes it so. */
export function forecastWords(forecast: ForecastView, whyNot: WhyNotView | null): ForecastWords {
  const { finishesAt, slackMinutes, chance, forCampaignNames } = forecast;
  switch (forecast.kind) {
    case 'onTrack': {
      const isTight = slackMinutes === null || slackMinutes < 1;
      const key = isTight ? 'plan.forecast.onTrackTight' : 'plan.forecast.onTrack';
      return { ...noValues, key, at: finishesAt, spareMinutes: slackMinutes };
    }
    case 'atRisk':
      if (finishesAt === null) return { ...noValues, key: 'plan.forecast.waits', chance };
      return { ...noValues, key: 'plan.forecast.atRisk', at: finishesAt, spareMinutes: slackMinutes ?? 0, chance };
    case 'later':
      return { ...noValues, key: 'plan.forecast.later' };
    case 'givenUp':
      return forCampaignNames.length === 0
        ? { ...noValues, key: 'plan.forecast.keptFree' }
        : { ...noValues, key: 'plan.forecast.givenUp', names: forCampaignNames };
    case 'impossible':
      return impossibleWords(forecast, whyNot);
    default:
      return assertNever(forecast.kind);
  }
}

function impossibleWords(
  { wish, sentence, whyNot: whyImpossible }: ForecastView,
  whyNot: WhyNotView | null,
): ForecastWords {
  if (whyNot !== null && isFinal(whyNot.code)) return { kind: 'whyNot', whyNot };
  if (wish === 'never') return { ...noValues, key: 'plan.forecast.never' };
  return whyImpossible === undefined ? { kind: 'asSaid', sentence } : { kind: 'whyNot', whyNot: whyImpossible };
}

/** Of the moment, not of the days that are planned: they say nothing about what will be. */
const passing: ReadonlySet<string> = new Set([
  'mining',
  'next',
  'lower-priority',
  'upcoming',
  'given-up',
  'paused',
  'not-counting',
]);

function isFinal(code: string): boolean {
  return !passing.has(code);
}
