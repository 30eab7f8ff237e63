import { i18n } from '../i18n/i18n.svelte.ts';
import { whenText } from './when-text.ts';

const nearMs = 12 * 3_600_000;

/** An instant near now as one says it: the time alone; further away with its day. */
export function clockText(at: number, now: number): string {
  return Math.abs(at - now) < nearMs ? i18n.date(at, { timeStyle: 'short' }) : whenText(at, now);
}
