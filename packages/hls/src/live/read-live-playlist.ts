import { type Result, succeed } from '@dropwise/kit';
import type { types } from 'hls-parser';
import { absoluteUri } from '../absolute-uri.ts';
import type { DeltaScope, LivePlaylist, LiveSegment, PreloadHint, ServerControl } from './live-playlist.ts';
import { type LivePlaylistProblem, liveProblem } from './live-problem.ts';
import { readParts } from './read-parts.ts';
import { readSegments } from './read-segments.ts';
import { unshieldApostrophes } from './shield-apostrophes.ts';

const maxSkipped = 50_000;

/** Our checked shape of the reader's model. `tags` are the names that were in the text. */
export function readLivePlaylist(
  model: types.MediaPlaylist,
  tags: ReadonlySet<string>,
  baseUrl: string,
): Result<LivePlaylist, LivePlaylistProblem> {
  if (!tags.has('EXT-X-TARGETDURATION')) return liveProblem('semantic', '#EXT-X-TARGETDURATION above 0', 'none');
  const partTarget = readPartTarget(model, tags);
  if (!partTarget.ok) return partTarget;
  const skipped = readSkipped(model, tags);
  if (!skipped.ok) return skipped;
  // The reader hangs what follows the last address on a segment without one.
  const listed = model.segments.filter(({ uri }) => uri !== '');
  const trailing = model.segments.find(({ uri }) => uri === '');
  const mediaSequence = model.mediaSequenceBase ?? 0;
  const segments = readSegments(listed, mediaSequence + skipped.value, model, baseUrl);
  if (!segments.ok) return segments;
  const trailingParts = readParts(trailing?.parts ?? [], segments.value.at(-1)?.parts.at(-1) ?? null, baseUrl);
  if (!trailingParts.ok) return trailingParts;
  return succeed({
    targetDurationSeconds: model.targetDuration,
    partTargetSeconds: partTarget.value,
    mediaSequence,
    discontinuitySequence: model.discontinuitySequenceBase ?? 0,
    segments: segments.value,
    skippedSegments: skipped.value,
    deltaScope: skipped.value === 0 ? null : deltaScopeOf(listed, segments.value),
    trailingParts: trailingParts.value,
    preloadHint: readPreloadHint(trailing, baseUrl),
    serverControl: readServerControl(model),
    endList: model.endlist,
    type: typeOf(model),
  });
}

function readPartTarget(
  { partTargetDuration, targetDuration }: types.MediaPlaylist,
  tags: ReadonlySet<string>,
): Result<number | null, LivePlaylistProblem> {
  if (!tags.has('EXT-X-PART-INF')) {
    return tags.has('EXT-X-PART') ? liveProblem('semantic', '#EXT-X-PART-INF where parts are', 'none') : succeed(null);
  }
  const seconds = partTargetDuration ?? 0;
  return seconds > 0 && seconds <= targetDuration
    ? succeed(seconds)
    : liveProblem('semantic', 'PART-TARGET above 0 and no longer than the target duration', String(seconds));
}

function readSkipped({ skip }: types.MediaPlaylist, tags: ReadonlySet<string>): Result<number, LivePlaylistProblem> {
  if (!tags.has('EXT-X-SKIP')) return succeed(0);
  return Number.isSafeInteger(skip) && skip > 0 && skip <= maxSkipped
    ? succeed(skip)
    : liveProblem('semantic', `SKIPPED-SEGMENTS from 1 to ${maxSkipped}`, String(skip));
}

function deltaScopeOf(listed: readonly types.Segment[], segments: readonly LiveSegment[]): DeltaScope {
  const keyIndex = listed.findIndex(({ key }) => key !== null && key !== undefined);
  const mapIndex = segments.findIndex(({ map }) => map !== null);
  return {
    keySaidFrom: segments[keyIndex]?.mediaSequence ?? null,
    mapSaidFrom: segments[mapIndex]?.mediaSequence ?? null,
  };
}

/** A part's hint is worth more than a map's. */
function readPreloadHint(trailing: types.Segment | undefined, baseUrl: string): PreloadHint | null {
  const part = trailing?.parts.find(({ hint }) => hint);
  if (part !== undefined) return hintOf('part', part, baseUrl);
  const map = trailing?.map;
  return map?.hint === true ? hintOf('map', map, baseUrl) : null;
}

/** Null where the address is unusable: a hint is an offer, not a promise. */
function hintOf(
  kind: PreloadHint['kind'],
  { uri: saidUri, byterange }: { readonly uri?: string; readonly byterange?: types.Byterange },
  baseUrl: string,
): PreloadHint | null {
  const uri = absoluteUri(unshieldApostrophes(saidUri ?? ''), baseUrl);
  if (uri === null) return null;
  // The reader says 0 for an absent start, and undefined for an absent length.
  const length: number | undefined = byterange?.length;
  const start = byterange?.offset ?? 0;
  const isWhole = start === 0 && length === undefined;
  return { kind, uri, byteRangeStart: isWhole ? null : rangeNumber(start), byteRangeLength: rangeNumber(length) };
}

function rangeNumber(value: number | undefined): number | null {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function readServerControl({ lowLatencyCompatibility: said }: types.MediaPlaylist): ServerControl {
  return {
    canBlockReload: said?.canBlockReload === true,
    canSkipUntilSeconds: secondsOf(said?.canSkipUntil),
    holdBackSeconds: secondsOf(said?.holdBack),
    partHoldBackSeconds: secondsOf(said?.partHoldBack),
  };
}

/** Null = not said, or said as what cannot be. */
function secondsOf(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : null;
}

function typeOf({ playlistType }: types.MediaPlaylist): LivePlaylist['type'] {
  switch (playlistType) {
    case 'VOD':
      return 'vod';
    case 'EVENT':
      return 'event';
    default:
      return 'live';
  }
}
