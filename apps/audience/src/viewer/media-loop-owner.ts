import type { Playhead, Series } from '@dropwise/load';
import type { Failure } from '../wire/failure.ts';
import type { CmcdObject } from './cmcd.ts';
import type { Rendition } from './rendition.ts';

/** The session that a media loop works for. */
export interface MediaLoopOwner {
  readonly series: Series;
  readonly playhead: Playhead;
  readonly rendition: Rendition | null;
  /** Null = it does not stall. */
  readonly stalledSinceMs: number | null;
  mayRequest(): boolean;
  /** Header lines of CMCD; '' = none. */
  cmcdHeaders(object: CmcdObject, durationSeconds: number | null): string;
  /** Before a segment: true = another rendition's playlist is being loaded instead, and will be told of. */
  switchesRendition(nowMs: number): boolean;
  /** A segment or part is in the buffer; `programTimeMs` of its first frame. */
  onMediaAdded(seconds: number, programTimeMs: number | null, nowMs: number): void;
  /** The viewer jumped to the start position: what it was to see next is no longer to be had, or too old. */
  onResync(): void;
  /** What is in the buffer is too old, too. */
  onTooFarBehind(nowMs: number): void;
  onAllLoaded(nowMs: number): void;
  onMediaFatal(failure: Failure, nowMs: number): void;
}
