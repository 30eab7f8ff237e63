import type { AudienceSample } from './audience-sample.ts';

/**
 * Two neighbours as one. Counts are cumulative: the later one's. Of what tells of its own second, the worse; of rates,
 * the mean, where the earlier one weighs `earlierShare`.
 */
export function joinSamples(before: AudienceSample, after: AudienceSample, earlierShare = 0.5): AudienceSample {
  const goodput = before.goodputBitsPerSecond * earlierShare + after.goodputBitsPerSecond * (1 - earlierShare);
  return {
    ...after,
    viewers: worseViewers(before.viewers, after.viewers),
    goodputBitsPerSecond: goodput,
    ttfbDueP95Ms: worse(before.ttfbDueP95Ms, after.ttfbDueP95Ms),
    ttfbSentP95Ms: worse(before.ttfbSentP95Ms, after.ttfbSentP95Ms),
    startupP50Ms: worse(before.startupP50Ms, after.startupP50Ms),
    latencyP50Ms: worse(before.latencyP50Ms, after.latencyP50Ms),
    tool: worseTool(before.tool, after.tool),
    egress: after.egress.map((egress) => {
      const earlier = before.egress.find(({ name }) => name === egress.name);
      return { ...egress, ttfbDueP95Ms: worse(earlier?.ttfbDueP95Ms ?? null, egress.ttfbDueP95Ms) };
    }),
  };
}

function worseViewers(before: AudienceSample['viewers'], after: AudienceSample['viewers']): AudienceSample['viewers'] {
  if (before.stalled <= after.stalled) return after;
  return { ...before, ended: after.ended, failed: after.failed, lost: after.lost };
}

function worseTool(before: AudienceSample['tool'], after: AudienceSample['tool']): AudienceSample['tool'] {
  return {
    ...after,
    lagP99Ms: worse(before.lagP99Ms, after.lagP99Ms),
    loopUtilization: Math.max(before.loopUtilization, after.loopUtilization),
    cpuPercent: Math.max(before.cpuPercent, after.cpuPercent),
    rssBytes: Math.max(before.rssBytes, after.rssBytes),
    machineCpuPercent: worse(before.machineCpuPercent, after.machineCpuPercent),
  };
}

function worse(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
