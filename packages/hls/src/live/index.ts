export { type BlockingReload, nextBlockingReload, reloadUri } from './blocking-reload.ts';
export {
  comparePlaylists,
  type PlaylistChange,
  type PlaylistFault,
  type PlaylistFaultKind,
  playlistFaultKinds,
} from './compare-playlists.ts';
export type * from './live-playlist.ts';
export type { LivePlaylistProblem, LivePlaylistProblemClass } from './live-problem.ts';
export { mergeDelta } from './merge-delta.ts';
export { type AnyPlaylist, parseAnyPlaylist } from './parse-any-playlist.ts';
export { type ReloadFacts, reloadDelayMs, type Staleness, stalenessOf } from './reload-cadence.ts';
export { type StartPosition, startPositionOf } from './start-position.ts';
