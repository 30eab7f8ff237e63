import type { ForecastView, WhyNotView } from '@dropwise/contract';
import { assertNever } from '@dropwise/kit';
import { i18n, t } from '../i18n/i18n.svelte.ts';
import { forecastWords } from './forecast-words.ts';
import { namesText } from './names-text.ts';
import { whyNotText } from './reason-text.ts';
import { whenText } from './when-text.ts';

/** What becomes of a drop, in one sentence of the page's language. */
export function forecastText(forecast: ForecastView, whyNot: WhyNotView | null, now: number): string {
  const words = forecastWords(forecast, whyNot);
  switch (words.kind) {
    case 'message':
      return t(words.key, {
        time: words.at === null ? '' : whenText(words.at, now),
        spare: words.spareMinutes === null ? '' : i18n.minutes(words.spareMinutes),
        chance: words.chance === null ? '' : i18n.percent(words.chance),
        names: namesText(words.names),
      });
    case 'whyNot':
      return whyNotText(words.whyNot);
    case 'asSaid':
      return words.sentence;
    default:
      return assertNever(words);
  }
}
