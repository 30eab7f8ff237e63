import { type Broadcast, type BroadcastRendition, hasEnded, partsBy, segmentsBy } from './broadcast.ts';

export function formatMultivariant(broadcast: Broadcast, hostOf: (rendition: BroadcastRendition) => string): string {
  const lines = ['#EXTM3U', '#EXT-X-VERSION:6'];
  for (const rendition of broadcast.renditions) {
    const size = `${Math.round((rendition.height * 16) / 9)}x${rendition.height}`;
    lines.push(`#EXT-X-STREAM-INF:BANDWIDTH=${rendition.bandwidth},RESOLUTION=${size}`);
    lines.push(`${hostOf(rendition)}${rendition.name}/index.m3u8`);
  }
  return `${lines.join('\n')}\n`;
}

/** @param skip a delta update: segments older than CAN-SKIP-UNTIL are left out. */
export function formatMedia(broadcast: Broadcast, rendition: BroadcastRendition, nowMs: number, skip = false): string {
  const end = segmentsBy(broadcast, nowMs);
  const first = broadcast.type === 'live' ? Math.max(0, end - broadcast.windowSegments) : 0;
  const skipped = skip ? skippedSegments(broadcast, first, end) : 0;
  const lines = [
    ...formatHeader(broadcast, first),
    ...(skipped > 0 ? [`#EXT-X-SKIP:SKIPPED-SEGMENTS=${skipped}`] : []),
  ];
  for (let number = first + skipped; number < end; number++) {
    lines.push(...formatSegment(broadcast, rendition, number, number >= end - 3));
  }
  if (hasEnded(broadcast, nowMs)) lines.push('#EXT-X-ENDLIST');
  else if (broadcast.lowLatency !== null) {
    const parts = partsBy(broadcast, nowMs);
    lines.push(...formatParts(broadcast, end, parts));
    lines.push(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="seg${end}.part${parts}.ts"`);
  }
  return `${lines.join('\n')}\n`;
}

function formatHeader(broadcast: Broadcast, first: number): string[] {
  const { lowLatency, segmentSeconds, type } = broadcast;
  const lines = ['#EXTM3U', '#EXT-X-VERSION:9'];
  lines.push(`#EXT-X-TARGETDURATION:${broadcast.targetDurationSeconds ?? Math.ceil(segmentSeconds)}`);
  lines.push(`#EXT-X-MEDIA-SEQUENCE:${first}`);
  const before = [...broadcast.discontinuities].filter((number) => number < first).length;
  if (broadcast.discontinuities.size > 0) lines.push(`#EXT-X-DISCONTINUITY-SEQUENCE:${before}`);
  if (type !== 'live') lines.push(`#EXT-X-PLAYLIST-TYPE:${type.toUpperCase()}`);
  if (lowLatency !== null) {
    const partSeconds = segmentSeconds / lowLatency.partsPerSegment;
    const control = [
      ...(lowLatency.canBlockReload ? ['CAN-BLOCK-RELOAD=YES'] : []),
      ...(lowLatency.canSkipUntilSeconds === null ? [] : [`CAN-SKIP-UNTIL=${lowLatency.canSkipUntilSeconds}`]),
      `PART-HOLD-BACK=${lowLatency.partHoldBackSeconds ?? partSeconds * 3}`,
    ];
    lines.push(`#EXT-X-SERVER-CONTROL:${control.join(',')}`, `#EXT-X-PART-INF:PART-TARGET=${partSeconds}`);
  }
  if (broadcast.key !== null) lines.push(`#EXT-X-KEY:METHOD=${broadcast.key.method},URI="${broadcast.key.uri}"`);
  if (broadcast.maps) lines.push('#EXT-X-MAP:URI="init.mp4"');
  return lines;
}

function formatSegment(
  broadcast: Broadcast,
  rendition: BroadcastRendition,
  number: number,
  hasParts: boolean,
): string[] {
  const lines: string[] = [];
  if (broadcast.discontinuities.has(number)) lines.push('#EXT-X-DISCONTINUITY');
  if (broadcast.programDateTime) {
    const atMs = broadcast.startMs + number * broadcast.segmentSeconds * 1000;
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(atMs).toISOString()}`);
  }
  if (hasParts && broadcast.lowLatency !== null) {
    lines.push(...formatParts(broadcast, number, broadcast.lowLatency.partsPerSegment));
  }
  if (broadcast.gaps.has(number)) lines.push('#EXT-X-GAP');
  lines.push(`#EXTINF:${broadcast.segmentSeconds.toFixed(3)},`);
  if (broadcast.byteRanges) {
    lines.push(`#EXT-X-BYTERANGE:${rendition.segmentBytes}@${number * rendition.segmentBytes}`, 'all.ts');
  } else lines.push(`seg${number}.ts`);
  return lines;
}

function formatParts(broadcast: Broadcast, segment: number, count: number): string[] {
  if (broadcast.lowLatency === null) return [];
  const seconds = broadcast.segmentSeconds / broadcast.lowLatency.partsPerSegment;
  return Array.from({ length: count }, (_, index) => {
    const independent = index === 0 ? ',INDEPENDENT=YES' : '';
    return `#EXT-X-PART:DURATION=${seconds},URI="seg${segment}.part${index}.ts"${independent}`;
  });
}

function skippedSegments(broadcast: Broadcast, first: number, end: number): number {
  const until = broadcast.lowLatency?.canSkipUntilSeconds ?? null;
  if (until === null) return 0;
  return Math.max(0, end - first - Math.ceil(until / broadcast.segmentSeconds));
}
