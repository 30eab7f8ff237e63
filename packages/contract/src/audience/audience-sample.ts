import * as v from 'valibot';

const count = v.pipe(v.number(), v.minValue(0));

/** Of one proxy, or of the direct way (`direct`), since the run began unless said. */
export const egressSample = v.object({
  /** `direct`, or the proxy's name: host and port, no credentials. */
  name: v.string(),
  /** A circuit breaker's words: `closed` is in use, `open` is out after failures. The direct way is `closed`. */
  /** Of its circuit breaker: `closed` = in use, `open` = out after failures; `refused` = its credentials were. */
  state: v.picklist(['open', 'half-open', 'closed', 'spent', 'refused']),
  viewers: count,
  readBytes: count,
  writtenBytes: count,
  /** In the last second. */
  bitsPerSecond: count,
  failures: count,
  stalls: count,
  ttfbDueP95Ms: v.nullable(count),
  segments: count,
});
export type EgressSample = v.InferOutput<typeof egressSample>;

/** One second of a run. Counts are cumulative, so that a lost sample harms nothing. */
export const audienceSample = v.object({
  /** Since the common start. */
  atMs: v.number(),
  viewers: v.object({
    planned: count,
    joining: count,
    playing: count,
    stalled: count,
    ended: count,
    failed: count,
    lost: count,
  }),
  stalls: count,
  stalledMs: count,
  watchedMs: count,
  segments: count,
  playlists: count,
  failures: count,
  readBytes: count,
  writtenBytes: count,
  /** Body bytes of segments, parts and maps. */
  mediaBytes: count,
  /** Media bytes in the last second, as bits. */
  goodputBitsPerSecond: count,
  /** Over the last second; null = no sample in it. */
  ttfbDueP95Ms: v.nullable(count),
  ttfbSentP95Ms: v.nullable(count),
  startupP50Ms: v.nullable(count),
  latencyP50Ms: v.nullable(v.number()),
  stalePlaylists: count,
  tool: v.object({
    lagP99Ms: v.nullable(count),
    /** Event-loop utilization of the busiest shard, 0 to 1. */
    loopUtilization: count,
    /** Of one core, all shards and the coordinator. */
    cpuPercent: count,
    rssBytes: count,
    /** Of the whole machine, 0 to 100; null = the system does not say. */
    machineCpuPercent: v.nullable(count),
    freeMemoryBytes: v.nullable(count),
    shards: count,
  }),
  egress: v.array(egressSample),
});
export type AudienceSample = v.InferOutput<typeof audienceSample>;
