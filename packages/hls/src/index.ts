export { formatMediaPlaylist, parseMediaPlaylist } from './media-playlist.ts';
export { formatMultivariantPlaylist, parseMultivariantPlaylist } from './multivariant-playlist.ts';
export type { MediaPlaylist, MultivariantPlaylist, Segment, Variant } from './playlist.ts';
export type { PlaylistProblem } from './playlist-problem.ts';
