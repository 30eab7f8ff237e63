import { counterMetrics, distributionMetrics, type Snapshot } from '@dropwise/load';
import * as v from 'valibot';

const count = v.pipe(v.number(), v.minValue(0));

const distribution = v.object({
  count,
  sumGrains: count,
  minGrains: count,
  maxGrains: count,
  belowZero: count,
  aboveCap: count,
  encoded: v.string(),
});

const counts = v.strictObject(
  Object.fromEntries(Object.keys(counterMetrics).map((name) => [name, v.exactOptional(count)])),
);
const distributions = v.strictObject(
  Object.fromEntries(distributionMetrics.map(({ name }) => [name, v.exactOptional(distribution)])),
);

/** A shard's measures as they come from a file or over the network. Its metrics are this version's, no others. */
export const loadSnapshot: v.GenericSchema<unknown, Snapshot> = v.object({
  format: v.literal('dropwise-load-snapshot'),
  version: v.literal(1),
  windowMs: v.nullable(count),
  series: v.array(v.object({ egress: v.string(), rendition: v.string(), counts, distributions })),
  failures: v.array(v.object({ class: v.string(), egress: v.string(), count })),
  overflow: v.object({ series: count, distributions: count, failures: count }),
});
