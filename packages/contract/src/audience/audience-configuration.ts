import * as v from 'valibot';

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7 * 24 * 3_600_000));
const viewers = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));

const stay = v.variant('kind', [
  v.strictObject({ kind: v.literal('to-the-end') }),
  v.strictObject({ kind: v.literal('fixed'), ms: milliseconds }),
  v.strictObject({ kind: v.literal('exponential'), meanMs: milliseconds }),
  v.strictObject({
    kind: v.literal('lognormal'),
    medianMs: milliseconds,
    sigma: v.pipe(v.number(), v.minValue(0.01), v.maxValue(4)),
  }),
  v.strictObject({ kind: v.literal('quantiles'), quantilesMs: v.pipe(v.array(milliseconds), v.minLength(2)) }),
]);

/**
 * The configuration file of `dropwise audience`, and what the console's form sends. Every key may be left out; flags stand
 * above it. `proxies` is the text of a proxy list, one a line.
 */
export const audienceConfiguration = v.strictObject({
  url: v.exactOptional(v.string()),
  viewers: v.exactOptional(viewers),
  durationMs: v.exactOptional(v.nullable(milliseconds)),
  load: v.exactOptional(
    v.variant('shape', [
      v.strictObject({
        shape: v.literal('constant'),
        joinOverMs: v.exactOptional(milliseconds),
        stay: v.exactOptional(stay),
      }),
      v.strictObject({
        shape: v.literal('ramp'),
        stages: v.pipe(
          v.array(
            v.strictObject({
              viewers: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
              overMs: milliseconds,
            }),
          ),
          v.minLength(1),
        ),
        stay: v.exactOptional(stay),
      }),
      v.strictObject({
        shape: v.literal('arrival-rate'),
        viewersPerMinute: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1_000_000)),
        stay: v.exactOptional(stay),
      }),
    ]),
  ),
  /** `adaptive`, `lowest`, `highest`, or bits a second. */
  rendition: v.exactOptional(
    v.union([v.picklist(['adaptive', 'lowest', 'highest']), v.pipe(v.number(), v.minValue(1))]),
  ),
  lowLatency: v.exactOptional(v.boolean()),
  startSegments: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
  resyncTargetDurations: v.exactOptional(v.pipe(v.number(), v.minValue(3), v.maxValue(1_000))),
  onEnd: v.exactOptional(v.picklist(['finish', 'rejoin'])),
  transport: v.exactOptional(v.picklist(['raw', 'undici'])),
  cmcd: v.exactOptional(v.boolean()),
  seed: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295))),
  shards: v.exactOptional(
    v.union([v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256))]),
  ),
  proxies: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000_000))),
  directShare: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  onProxyLoss: v.exactOptional(v.picklist(['report', 'move'])),
  failIf: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(50))),
  maxViewers: v.exactOptional(v.nullable(viewers)),
  maxMbps: v.exactOptional(v.nullable(v.pipe(v.number(), v.minValue(0.001)))),
});
export type AudienceConfiguration = v.InferOutput<typeof audienceConfiguration>;
