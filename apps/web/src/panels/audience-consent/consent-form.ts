/** What the operator allows at his host, as it is typed. */
export interface ConsentForm {
  maxViewers: string;
  maxMbps: string;
  paths: string;
  /** A day, `2026-12-31`. */
  day: string;
}

export type ConsentField = keyof ConsentForm;

const dayMs = 86_400_000;
const usualDays = 30;

export function usualConsent(now: number): ConsentForm {
  const day = new Date(now + usualDays * dayMs).toISOString().slice(0, 10);
  return { maxViewers: '100', maxMbps: '100', paths: '/live/', day };
}

export interface ReadConsent {
  readonly body: {
    readonly maxViewers: number;
    readonly maxMbps: number;
    readonly paths: readonly string[];
    readonly notAfter: string;
  };
  readonly wrong: readonly ConsentField[];
}

export const mostViewers = 1_000_000;
export const mostMbps = 1_000_000;

/** What is sent: the day is allowed to its end, in UTC as in the file. */
export function readConsent(form: ConsentForm, now: number): ReadConsent {
  const maxViewers = /^\d+$/.test(form.maxViewers.trim()) ? Number(form.maxViewers) : 0;
  const mbps = form.maxMbps.trim().replace(',', '.');
  const maxMbps = /^\d+(?:\.\d+)?$/.test(mbps) ? Number(mbps) : 0;
  const paths = form.paths.split(/\s+/).filter((path) => path !== '');
  const notAfter = `${form.day}T23:59:59Z`;
  const wrong: ConsentField[] = [];
  if (maxViewers < 1 || maxViewers > mostViewers) wrong.push('maxViewers');
  if (maxMbps < 0.001 || maxMbps > mostMbps) wrong.push('maxMbps');
  if (paths.length === 0 || !paths.every((path) => path.startsWith('/'))) wrong.push('paths');
  if (!(Date.parse(notAfter) > now)) wrong.push('day');
  return { body: { maxViewers, maxMbps, paths, notAfter }, wrong };
}
