import { i18n, t } from '../../i18n/i18n.svelte.ts';
import { formatQuantity } from './quantity.ts';
import { formatRunTime } from './run-time.ts';

/** What a later version of the tool calls by names that are not known here keeps them. */
export const metricWords = (name: string): string => i18n.orElse(`audience.metric.${name}`, {}, name);
export const failureWords = (name: string): string => i18n.orElse(`audience.failure.${name}`, {}, name);
export const wayState = (state: string): string => i18n.orElse(`audience.way.${state}`, {}, state);
export const outcomeWords = (outcome: string): string =>
  i18n.orElse(`audience.outcome.${outcome}`, {}, t('audience.outcome.other'));
/** The way without a proxy is called by a word; proxies have names. */
export const wayWords = (name: string): string => (name === 'direct' ? t('audience.direct') : name);

export const runTime = (ms: number): string => formatRunTime(ms, i18n.language);
export const quantity = (value: number, unit: string): string => formatQuantity(value, unit, i18n.language);
/** Nothing to reckon it from is never 0. */
export const quantityOr = (value: number | null | undefined, unit: string): string =>
  value === null || value === undefined ? '–' : quantity(value, unit);
