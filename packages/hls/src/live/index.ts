export type * from './live-playlist.ts';
