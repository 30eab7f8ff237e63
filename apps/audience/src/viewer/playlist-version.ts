import type { MultivariantPlaylist } from '@dropwise/hls';
import {
  comparePlaylists,
  type LivePlaylist,
  type LivePlaylistProblem,
  mergeDelta,
  type PlaylistChange,
  parseAnyPlaylist,
} from '@dropwise/hls/live';
import type { Result } from '@dropwise/kit';
import type { Failure } from '../wire/failure.ts';
import { inflatePlaylist } from './inflate-playlist.ts';

export type BodyEncoding = 'identity' | 'gzip';

export type PlaylistContent =
  | { readonly kind: 'multivariant'; readonly playlist: MultivariantPlaylist }
  | { readonly kind: 'media'; readonly playlist: LivePlaylist }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** One distinct body of a playlist, parsed once. What viewers work out of it is kept with it, for the next one. */
export class PlaylistVersion {
  /** As received: still compressed where it was. */
  readonly bytes: Buffer;
  readonly encoding: BodyEncoding;
  readonly content: PlaylistContent;
  #changeFrom: LivePlaylist | null = null;
  #change: PlaylistChange | null = null;
  #mergedWith: LivePlaylist | null = null;
  #merged: PlaylistContent | null = null;

  constructor(uri: string, bytes: Buffer, encoding: BodyEncoding) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.content = readContent(uri, bytes, encoding);
  }

  /** The whole playlist: with what a delta update left out taken from the viewer's own previous one. */
  wholeAfter(previous: LivePlaylist | null): PlaylistContent {
    if (this.content.kind !== 'media' || this.content.playlist.skippedSegments === 0) return this.content;
    if (previous === null) return failureContent('semantic', 'Expected a whole playlist, found a delta update.');
    if (this.#merged === null || this.#mergedWith !== previous) {
      this.#mergedWith = previous;
      this.#merged = mediaContent(mergeDelta(previous, this.content.playlist));
    }
    return this.#merged;
  }

  /** Most viewers come from the same previous playlist, so the last answer is kept. */
  changeBetween(previous: LivePlaylist, next: LivePlaylist): PlaylistChange {
    if (this.#change === null || this.#changeFrom !== previous) {
      this.#changeFrom = previous;
      this.#change = comparePlaylists(previous, next);
    }
    return this.#change;
  }
}

function readContent(uri: string, bytes: Buffer, encoding: BodyEncoding): PlaylistContent {
  let text = bytes;
  if (encoding === 'gzip') {
    const inflated = inflatePlaylist(bytes);
    if (!inflated.ok) return { kind: 'failure', failure: inflated.failure };
    text = inflated.value;
  }
  const parsed = parseAnyPlaylist(text.toString('utf8'), uri);
  return parsed.ok ? parsed.value : failureContent(parsed.failure.class, parsed.failure.message);
}

function mediaContent(merged: Result<LivePlaylist, LivePlaylistProblem>): PlaylistContent {
  if (merged.ok) return { kind: 'media', playlist: merged.value };
  return failureContent(merged.failure.class, merged.failure.message);
}

function failureContent(failureClass: LivePlaylistProblem['class'], message: string): PlaylistContent {
  return { kind: 'failure', failure: { class: failureClass, message, status: null } };
}
