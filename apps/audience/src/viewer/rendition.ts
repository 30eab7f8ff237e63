import type { MultivariantPlaylist, Variant } from '@dropwise/hls';
import type { PlaylistVersion } from './playlist-version.ts';
import { playlistResource, type Resource } from './resource.ts';

/** One variant as viewers of a shard share it. */
export interface Rendition {
  readonly index: number;
  /** Unique in its playlist: `720p 2000k`. */
  readonly name: string;
  /** Declared, bits a second; null = a media playlist by itself. */
  readonly bandwidth: number | null;
  readonly playlist: Resource;
}

export interface Ladder {
  readonly renditions: readonly Rendition[];
  /** As `chooseRendition` takes them. */
  readonly bandwidths: readonly number[];
}

/** What was worked out of a multivariant playlist is kept as long as the playlist is. */
const ladders = new WeakMap<PlaylistVersion, Ladder>();

export function ladderOf(version: PlaylistVersion, playlist: MultivariantPlaylist): Ladder {
  let ladder = ladders.get(version);
  if (ladder === undefined) {
    ladder = createLadder(playlist.variants);
    ladders.set(version, ladder);
  }
  return ladder;
}

/** A media playlist that was asked for directly. */
export function singleLadder(playlist: Resource): Ladder {
  return { renditions: [{ index: 0, name: 'media', bandwidth: null, playlist }], bandwidths: [0] };
}

export function createLadder(variants: readonly Variant[]): Ladder {
  const renditions: Rendition[] = [];
  for (const variant of variants) {
    const playlist = playlistResource(variant.uri);
    if (playlist === null) continue;
    const name = uniqueName(renditions, nameOf(variant));
    renditions.push({ index: renditions.length, name, bandwidth: variant.bandwidth, playlist });
  }
  return { renditions, bandwidths: renditions.map(({ bandwidth }) => bandwidth ?? 0) };
}

function nameOf({ resolution, bandwidth }: Variant): string {
  const bitrate = `${Math.round(bandwidth / 1000)}k`;
  return resolution === null ? bitrate : `${resolution.height}p ${bitrate}`;
}

function uniqueName(taken: readonly Rendition[], name: string): string {
  let candidate = name;
  for (let n = 2; taken.some((each) => each.name === candidate); n++) candidate = `${name} (${n})`;
  return candidate;
}

/** In place of one that cannot be had: the next lower, else the next higher of those that are left; null = none is. */
export function fallbackOf(ladder: Ladder, from: Rendition | null, lost: ReadonlySet<number>): Rendition | null {
  const bandwidth = from?.bandwidth ?? 0;
  const left = ladder.renditions.filter(({ index }) => !lost.has(index));
  const distance = (each: Rendition): number => Math.abs((each.bandwidth ?? 0) - bandwidth);
  const lower = left.filter((each) => (each.bandwidth ?? 0) <= bandwidth);
  const nearest = (lower.length > 0 ? lower : left).sort((a, b) => distance(a) - distance(b));
  return nearest[0] ?? null;
}
