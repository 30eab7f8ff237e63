import type { LivePlaylist, LiveSegment, Part } from './live-playlist.ts';

export interface StartPosition {
  readonly mediaSequence: number;
  /** Null = the whole segment. */
  readonly partIndex: number | null;
  /** How far behind the end a viewer means to be; 0 when nothing more will come. */
  readonly targetLatencySeconds: number;
}

/**
 * Where playing begins: RFC 8216 6.3.3. What has ended is played from its first segment. Live: the newest segment that
 * begins at least HOLD-BACK (else three target durations) before the end; by parts, PART-HOLD-BACK (else three part
 * targets), and a part that can be decoded by itself. `lowLatency: false` leaves parts alone. Null = nothing listed.
 */
export function startPositionOf(
  playlist: LivePlaylist,
  { lowLatency = true }: { readonly lowLatency?: boolean } = {},
): StartPosition | null {
  const first = playlist.segments[0];
  if (playlist.endList) {
    return first === undefined
      ? null
      : { mediaSequence: first.mediaSequence, partIndex: null, targetLatencySeconds: 0 };
  }
  return (lowLatency ? startByParts(playlist) : null) ?? startBySegments(playlist);
}

function startBySegments({ segments, serverControl, targetDurationSeconds }: LivePlaylist): StartPosition | null {
  const targetLatencySeconds = serverControl.holdBackSeconds ?? 3 * targetDurationSeconds;
  let behindSeconds = 0;
  let start: LiveSegment | null = null;
  for (let index = segments.length - 1; index >= 0 && behindSeconds < targetLatencySeconds; index -= 1) {
    start = segments[index] ?? start;
    behindSeconds += start?.durationSeconds ?? 0;
  }
  return start === null ? null : { mediaSequence: start.mediaSequence, partIndex: null, targetLatencySeconds };
}

/** Null = there are no parts, or too few to begin by. */
function startByParts(playlist: LivePlaylist): StartPosition | null {
  const { partTargetSeconds, segments, trailingParts, serverControl } = playlist;
  if (partTargetSeconds === null) return null;
  const targetLatencySeconds = serverControl.partHoldBackSeconds ?? 3 * partTargetSeconds;
  const end = playlist.mediaSequence + playlist.skippedSegments + segments.length;
  let behindSeconds = 0;
  for (let index = segments.length; index >= 0; index -= 1) {
    const parts: readonly Part[] = segments[index]?.parts ?? (index === segments.length ? trailingParts : []);
    if (parts.length === 0 && index < segments.length) return null;
    for (let partIndex = parts.length - 1; partIndex >= 0; partIndex -= 1) {
      behindSeconds += parts[partIndex]?.durationSeconds ?? 0;
      // A segment's first part is where its own decoding begins.
      const isDecodable = partIndex === 0 || parts[partIndex]?.independent === true;
      if (behindSeconds >= targetLatencySeconds && isDecodable) {
        return { mediaSequence: end - (segments.length - index), partIndex, targetLatencySeconds };
      }
    }
  }
  return null;
}
