import { decodeDistribution } from './merge-snapshots.ts';
import type { Snapshot } from './snapshot.ts';

/** What is wrong with a snapshot that came from outside, as a sentence; null = its histograms are what it says of them. */
export function findSnapshotFault({ series }: Snapshot): string | null {
  for (const { egress, distributions } of series) {
    for (const [metric, distribution] of Object.entries(distributions)) {
      const found = countOf(distribution);
      if (found === distribution.count) continue;
      const what = found === null ? 'cannot be read' : `holds ${found} values, not ${distribution.count}`;
      return `the histogram of ${metric} for ${egress} ${what}: the file is damaged.`;
    }
  }
  return null;
}

function countOf(distribution: Parameters<typeof decodeDistribution>[0]): number | null {
  try {
    return decodeDistribution(distribution).totalCount;
  } catch {
    return null;
  }
}
