import * as v from 'valibot';
import type { RunSettings } from '../config/run-settings.ts';

const amount = v.pipe(v.number(), v.minValue(0));
const nullableAmount = v.nullable(amount);

const stay = v.variant('kind', [
  v.object({ kind: v.literal('to-the-end') }),
  v.object({ kind: v.literal('fixed'), ms: amount }),
  v.object({ kind: v.literal('exponential'), meanMs: amount }),
  v.object({ kind: v.literal('lognormal'), medianMs: amount, sigma: amount }),
  v.object({ kind: v.literal('quantiles'), quantilesMs: v.array(amount) }),
]);

const load = v.variant('shape', [
  v.object({ shape: v.literal('constant'), joinOverMs: amount, stay }),
  v.object({ shape: v.literal('ramp'), stages: v.array(v.object({ viewers: amount, overMs: amount })), stay }),
  v.object({ shape: v.literal('arrival-rate'), viewersPerMinute: amount, stay }),
]);

const rendition = v.variant('kind', [
  v.object({ kind: v.literal('adaptive') }),
  v.object({ kind: v.literal('lowest') }),
  v.object({ kind: v.literal('highest') }),
  v.object({ kind: v.literal('fixed'), bandwidth: amount }),
]);

const proxy = v.object({
  scheme: v.picklist(['http', 'https', 'socks5']),
  host: v.string(),
  port: amount,
  /** Never written down. */
  credentials: v.null(),
  name: v.string(),
  weight: amount,
  budgetBytes: nullableAmount,
});

/** The settings of a run as a part file has them. */
export const partSettings = v.object({
  url: v.string(),
  viewers: amount,
  durationMs: nullableAmount,
  load,
  rendition,
  lowLatency: v.boolean(),
  startSegments: amount,
  resyncTargetDurations: amount,
  onEnd: v.picklist(['finish', 'rejoin']),
  transport: v.picklist(['raw', 'undici']),
  cmcd: v.boolean(),
  seed: v.number(),
  shards: v.union([amount, v.literal('auto')]),
  part: v.nullable(v.object({ index: v.pipe(amount, v.integer()), count: v.pipe(amount, v.integer()) })),
  runId: v.nullable(v.string()),
  egress: v.object({ proxies: v.array(proxy), directShare: amount, onProxyLoss: v.picklist(['report', 'move']) }),
  failIf: v.array(v.string()),
  maxViewers: nullableAmount,
  maxMbps: nullableAmount,
  nats: v.null(),
});
export type PartSettings = v.InferOutput<typeof partSettings>;

/** What machines may differ in, and still be parts of one run. */
const ownKeys: readonly (keyof RunSettings)[] = ['part', 'shards', 'nats'];

/** The settings in which two parts differ and must not. */
export function differingSettings(a: PartSettings, b: PartSettings): readonly string[] {
  const keys = Object.keys(partSettings.entries) as (keyof RunSettings)[];
  return keys.filter((key) => !ownKeys.includes(key) && canonical(a[key]) !== canonical(b[key]));
}

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
