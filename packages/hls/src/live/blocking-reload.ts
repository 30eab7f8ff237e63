import type { LivePlaylist } from './live-playlist.ts';

/** What a reload waits for at the server: the playlist that has this segment, or this part of it. */
export interface BlockingReload {
  readonly msn: number;
  /** Null = the whole segment. */
  readonly part: number | null;
}

/** What comes after all that is listed; null where the server does not hold requests back, or nothing will come. */
export function nextBlockingReload(playlist: LivePlaylist): BlockingReload | null {
  const { serverControl, endList, mediaSequence, skippedSegments, segments } = playlist;
  if (!serverControl.canBlockReload || endList) return null;
  const msn = mediaSequence + skippedSegments + segments.length;
  return { msn, part: playlist.partTargetSeconds === null ? null : playlist.trailingParts.length };
}

/**
 * The address with delivery directives (RFC 8216bis 6.2.5), in the order of their names. The rest of the query stays
 * byte for byte: it may be signed. Directives that a redirect left in it are replaced.
 */
export function reloadUri(
  uri: string,
  { blocking, skip }: { readonly blocking: BlockingReload | null; readonly skip: boolean },
): string {
  const directives: string[] = [];
  if (blocking !== null) directives.push(`_HLS_msn=${blocking.msn}`);
  if (blocking !== null && blocking.part !== null) directives.push(`_HLS_part=${blocking.part}`);
  if (skip) directives.push('_HLS_skip=YES');
  const bare = uri.split('#', 1)[0] ?? '';
  const mark = bare.indexOf('?');
  const path = mark === -1 ? bare : bare.slice(0, mark);
  const query = mark === -1 ? [] : bare.slice(mark + 1).split('&');
  const pairs = [...query.filter((pair) => !/^_HLS_(?:msn|part|skip)(?:=|$)/.test(pair)), ...directives];
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
