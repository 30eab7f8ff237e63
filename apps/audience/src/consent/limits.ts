import { fail, type Result, succeed } from '@dropwise/kit';
import type { ConsentTerms } from './consent-terms.ts';

/** What holds where the operator and the one who runs the test both set a limit: the smaller one. */
export interface OwnLimits {
  readonly maxViewers: number | null;
  readonly maxMbps: number | null;
}

/** Whether the terms cover a run of this size by the holder of this key, now. The failure is a sentence. */
export function judgeTerms(
  where: string,
  terms: ConsentTerms,
  run: { readonly fingerprint: string; readonly viewers: number; readonly nowMs: number },
): Result<void, string> {
  if (terms.fingerprint !== run.fingerprint) {
    return fail(`The consent of ${where} is for the key ${terms.fingerprint}; this one is ${run.fingerprint}.`);
  }
  if (terms.notAfterMs <= run.nowMs) return fail(describeExpiry(where, terms));
  return judgeViewers(where, terms.maxViewers, run.viewers);
}

export function describeExpiry(where: string, terms: ConsentTerms): string {
  return `The consent of ${where} held until ${new Date(terms.notAfterMs).toISOString()}; it is later now.`;
}

/** `where`: whose limit it is. */
export function judgeViewers(where: string, maxViewers: number | null, viewers: number): Result<void, string> {
  if (maxViewers === null || viewers <= maxViewers) return succeed(undefined);
  return fail(`${where} allows ${maxViewers} viewers; ${viewers} are asked for.`);
}

/** Before the start: what all viewers together may take at most, from what the playlist declares. */
export function judgeBandwidth(
  where: string,
  maxMbps: number | null,
  viewers: number,
  topBitsPerSecond: number,
): Result<void, string> {
  const mbps = (viewers * topBitsPerSecond) / 1e6;
  if (maxMbps === null || mbps <= maxMbps) return succeed(undefined);
  const most = Math.floor((maxMbps * 1e6) / topBitsPerSecond);
  const sum = `${viewers} viewers × ${formatMbps(topBitsPerSecond / 1e6)} = ${formatMbps(mbps)}`;
  const mend = most === 0 ? 'Not one viewer of it fits.' : `At most ${most} of them fit.`;
  return fail(`${where} allows ${formatMbps(maxMbps)}; ${sum}. ${mend}`);
}

export function formatMbps(mbps: number): string {
  return `${Number(mbps.toPrecision(4))} Mbit/s`;
}
