import { type Result, succeed } from '@dropwise/kit';
import { stringify, types } from 'hls-parser';
import { absoluteUri } from './absolute-uri.ts';
import { parsePlaylist } from './parse-playlist.ts';
import type { MediaPlaylist, Segment } from './playlist.ts';
import { type PlaylistProblem, playlistProblem } from './playlist-problem.ts';

/** Reads a list of segments; addresses are made absolute against `baseUrl`. */
export function parseMediaPlaylist(text: string, baseUrl: string): Result<MediaPlaylist, PlaylistProblem> {
  const parsed = parsePlaylist(text);
  if (!parsed.ok) return parsed;
  const playlist = parsed.value;
  if (!(playlist instanceof types.MediaPlaylist)) return playlistProblem('a list of segments', 'a list of variants');
  const { targetDuration, mediaSequenceBase: mediaSequence = 0 } = playlist;
  if (!Number.isFinite(targetDuration) || targetDuration <= 0) {
    return playlistProblem('#EXT-X-TARGETDURATION above 0', String(targetDuration ?? 'none'));
  }
  if (!Number.isSafeInteger(mediaSequence) || mediaSequence < 0) {
    return playlistProblem('a whole #EXT-X-MEDIA-SEQUENCE', String(mediaSequence));
  }
  const segments: Segment[] = [];
  for (const [index, segment] of playlist.segments.entries()) {
    const uri = absoluteUri(segment.uri, baseUrl);
    if (uri === null) return playlistProblem(`an http address for segment ${index}`, 'none');
    if (!Number.isFinite(segment.duration) || segment.duration < 0) {
      return playlistProblem(`#EXTINF of segment ${index}`, String(segment.duration ?? 'none'));
    }
    segments.push({ uri, durationSeconds: segment.duration });
  }
  return succeed({ targetDurationSeconds: targetDuration, mediaSequence, segments, endList: playlist.endlist });
}

export function formatMediaPlaylist(playlist: MediaPlaylist): string {
  const { targetDurationSeconds, mediaSequence, endList } = playlist;
  const segments = playlist.segments.map(
    ({ uri, durationSeconds }, index) =>
      new types.Segment({ uri, duration: durationSeconds, mediaSequenceNumber: mediaSequence + index }),
  );
  return stringify(
    new types.MediaPlaylist({
      version: 3,
      targetDuration: targetDurationSeconds,
      mediaSequenceBase: mediaSequence,
      endlist: endList,
      segments,
    }),
  );
}
