import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { type ReadText, readDurationMs } from './read-texts.ts';

type Load = NonNullable<AudienceConfiguration['load']>;
type Ramp = Extract<Load, { readonly shape: 'ramp' }>;
type Stay = NonNullable<Load['stay']>;

/** `50@1m, 200@5m, 0@30s`: to 50 viewers within a minute, on to 200 within five, and away. */
export const readStages: ReadText<Ramp['stages']> = (text) => {
  const expected = fail('stages such as 50@1m,200@5m: so many viewers, reached within so long');
  const stages: Ramp['stages'] = [];
  for (const part of text.split(',')) {
    const [, viewers, over = ''] = /^\s*(\d{1,7})@(\S+?)\s*$/.exec(part) ?? [];
    const overMs = readDurationMs(over);
    if (viewers === undefined || !overMs.ok) return expected;
    stages.push({ viewers: Number(viewers), overMs: overMs.value });
  }
  return succeed(stages);
};

/** `to-the-end`, `fixed 5m`, `exponential 5m`, `lognormal 5m 0.8`, `quantiles 10s 1m 20m`; with `:` in place of blanks, too. */
export const readStay: ReadText<Stay> = (text) => {
  const [kind = '', ...rest] = text.trim().split(/[\s:]+/);
  const stay = readKind(kind, rest);
  const forms = 'to-the-end, "fixed 5m", "exponential 5m", "lognormal 5m 0.8" or "quantiles 10s 1m 20m"';
  return stay === null ? fail(forms) : succeed(stay);
};

function readKind(kind: string, rest: readonly string[]): Stay | null {
  if (kind === 'to-the-end') return rest.length === 0 ? { kind } : null;
  const sigma = kind === 'lognormal' && /^\d+(?:\.\d+)?$/.test(rest[1] ?? '') ? Number(rest[1]) : null;
  const times = readTimes(kind === 'lognormal' ? rest.slice(0, 1) : rest);
  const [ms] = times ?? [];
  if (times === null || ms === undefined) return null;
  if (kind === 'quantiles') return { kind, quantilesMs: [...times] };
  if (kind === 'lognormal') return sigma !== null && rest.length === 2 ? { kind, medianMs: ms, sigma } : null;
  if (times.length > 1) return null;
  if (kind === 'fixed') return { kind, ms };
  return kind === 'exponential' ? { kind, meanMs: ms } : null;
}

function readTimes(texts: readonly string[]): readonly number[] | null {
  const times: readonly Result<number, string>[] = texts.map(readDurationMs);
  return times.every((time) => time.ok) ? times.map(({ value }) => value) : null;
}
