import type { AudienceSample, EgressSample } from '@dropwise/contract/audience';

/** What one machine said of a second, or said last. */
export interface PartSample {
  readonly sample: AudienceSample;
  /** False = it is from an earlier second: its counts stay, its rates and windows are over. */
  readonly isOfThisSecond: boolean;
}

/**
 * A second of several machines: counts and rates add up. Percentiles cannot be added: the worst machine's is told. The
 * report's own are made of the histograms, and are exact.
 */
export function mergeSamples(parts: readonly PartSample[], atMs: number): AudienceSample {
  const all = parts.map(({ sample }) => sample);
  const now = parts.filter(({ isOfThisSecond }) => isOfThisSecond).map(({ sample }) => sample);
  const total = (pick: (sample: AudienceSample) => number): number => sumOf(all, pick);
  return {
    atMs,
    viewers: {
      planned: total(({ viewers }) => viewers.planned),
      joining: sumOf(now, ({ viewers }) => viewers.joining),
      playing: sumOf(now, ({ viewers }) => viewers.playing),
      stalled: sumOf(now, ({ viewers }) => viewers.stalled),
      ended: total(({ viewers }) => viewers.ended),
      failed: total(({ viewers }) => viewers.failed),
      lost: total(({ viewers }) => viewers.lost),
    },
    stalls: total(({ stalls }) => stalls),
    stalledMs: total(({ stalledMs }) => stalledMs),
    watchedMs: total(({ watchedMs }) => watchedMs),
    segments: total(({ segments }) => segments),
    playlists: total(({ playlists }) => playlists),
    failures: total(({ failures }) => failures),
    readBytes: total(({ readBytes }) => readBytes),
    writtenBytes: total(({ writtenBytes }) => writtenBytes),
    mediaBytes: total(({ mediaBytes }) => mediaBytes),
    goodputBitsPerSecond: sumOf(now, ({ goodputBitsPerSecond }) => goodputBitsPerSecond),
    ttfbDueP95Ms: worstOf(now, ({ ttfbDueP95Ms }) => ttfbDueP95Ms),
    ttfbSentP95Ms: worstOf(now, ({ ttfbSentP95Ms }) => ttfbSentP95Ms),
    startupP50Ms: worstOf(now, ({ startupP50Ms }) => startupP50Ms),
    latencyP50Ms: worstOf(now, ({ latencyP50Ms }) => latencyP50Ms),
    stalePlaylists: total(({ stalePlaylists }) => stalePlaylists),
    tool: mergeTools(now),
    egress: mergeEgressSamples(parts),
  };
}

/** The busiest loop, the fullest machine; of cores and memory, all together. */
function mergeTools(samples: readonly AudienceSample[]): AudienceSample['tool'] {
  const tools = samples.map(({ tool }) => tool);
  return {
    lagP99Ms: worstOf(tools, ({ lagP99Ms }) => lagP99Ms),
    loopUtilization: Math.max(0, ...tools.map(({ loopUtilization }) => loopUtilization)),
    cpuPercent: sumOf(tools, ({ cpuPercent }) => cpuPercent),
    rssBytes: sumOf(tools, ({ rssBytes }) => rssBytes),
    machineCpuPercent: worstOf(tools, ({ machineCpuPercent }) => machineCpuPercent),
    freeMemoryBytes: tools.reduce<number | null>(
      (least, { freeMemoryBytes }) =>
        least === null || freeMemoryBytes === null ? (least ?? freeMemoryBytes) : Math.min(least, freeMemoryBytes),
      null,
    ),
    shards: sumOf(tools, ({ shards }) => shards),
  };
}

function mergeEgressSamples(parts: readonly PartSample[]): EgressSample[] {
  const told = parts.flatMap(({ sample, isOfThisSecond }) =>
    sample.egress.map((egress) =>
      isOfThisSecond ? egress : { ...egress, viewers: 0, bitsPerSecond: 0, ttfbDueP95Ms: null },
    ),
  );
  return [...Map.groupBy(told, ({ name }) => name)].map(([name, same]) => ({
    name,
    state: worstState(same.map(({ state }) => state)),
    viewers: sumOf(same, ({ viewers }) => viewers),
    readBytes: sumOf(same, ({ readBytes }) => readBytes),
    writtenBytes: sumOf(same, ({ writtenBytes }) => writtenBytes),
    bitsPerSecond: sumOf(same, ({ bitsPerSecond }) => bitsPerSecond),
    failures: sumOf(same, ({ failures }) => failures),
    stalls: sumOf(same, ({ stalls }) => stalls),
    ttfbDueP95Ms: worstOf(same, ({ ttfbDueP95Ms }) => ttfbDueP95Ms),
    segments: sumOf(same, ({ segments }) => segments),
  }));
}

/** Of a circuit breaker: closed is in use. */
const fromBestToWorst: readonly EgressSample['state'][] = ['closed', 'half-open', 'open', 'spent', 'refused'];

export function worstState<State extends string>(states: readonly State[]): State {
  const rank = (state: string): number => (fromBestToWorst as readonly string[]).indexOf(state);
  return states.reduce((worst, state) => (rank(state) > rank(worst) ? state : worst));
}

export function sumOf<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}

export function worstOf<Item>(items: readonly Item[], pick: (item: Item) => number | null): number | null {
  return items.reduce<number | null>((worst, item) => {
    const value = pick(item);
    return worst === null || value === null ? (worst ?? value) : Math.max(worst, value);
  }, null);
}
