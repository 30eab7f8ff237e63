/**
 * The playhead of one viewer: it runs at 1x from `playbackStarted`, and stalls where the media in the buffer ends.
 *
 *     starting ──enough segments──► playing ──buffer empty──► stalled
 *        │                           │  ▲                        │
 *        │                           │  └────enough segments─────┘
 *        └──────────────end──────────┴──► ended ◄──────end───────┘
 *                                         (also: playing, no more media, buffer empty)
 *
 * Time is monotonic ms. Whoever holds it calls `advance` (every other call does so first), at `nextEmptyAtMs` at the latest;
 * a stall that is noticed late still begins at the instant the buffer was empty.
 */
export class Playhead {
  state: PlayheadState = 'starting';
  /** When playback was asked for: the instant the viewer was planned to join. */
  readonly requestedAtMs: number;
  readonly #listener: PlayheadListener;
  readonly #startSegments: number;
  readonly #resumeSegments: number;
  /** End of the buffer on the viewer's timeline, which begins at 0 with the first media and is the sum of durations. */
  #bufferEndSeconds = 0;
  /** While playing: where the playhead was at `#anchorMs`; else where it stands. */
  #anchorSeconds = 0;
  #anchorMs = 0;
  /** Positions that were jumped over by `jump`, which nobody watched. */
  #skippedSeconds = 0;
  /** Whole segments that came while it was not playing. */
  #segmentsWaiting = 0;
  #noMoreMedia = false;
  #stallStartedAtMs = 0;
  #closedStallsMs = 0;
  #endedAtMs = 0;

  constructor(requestedAtMs: number, listener: PlayheadListener, thresholds: PlayheadThresholds = oneSegment) {
    this.requestedAtMs = requestedAtMs;
    this.#listener = listener;
    this.#startSegments = thresholds.startSegments;
    this.#resumeSegments = thresholds.resumeSegments;
  }

  /** Media is in the buffer. A part (LL-HLS) completes no segment unless it is the last one of it. */
  addMedia(seconds: number, nowMs: number, completesSegment = true): void {
    this.advance(nowMs);
    if (this.state === 'ended') return;
    this.#bufferEndSeconds += seconds;
    if (this.state === 'playing' || !completesSegment) return;
    this.#segmentsWaiting++;
    this.#playIfEnough(nowMs);
  }

  /** ENDLIST was reached: what is in the buffer is played, and an empty buffer is the end, not a stall. */
  endMedia(nowMs: number): void {
    this.advance(nowMs);
    if (this.state === 'ended') return;
    this.#noMoreMedia = true;
    if (this.state !== 'playing') this.#playIfEnough(nowMs);
  }

  /** Drops the buffer for a place nearer to the live edge. Nothing is shown until media comes, so it is a stall if it played. */
  jump(nowMs: number): void {
    this.advance(nowMs);
    if (this.state === 'ended') return;
    const position = this.positionSeconds(nowMs);
    this.#skippedSeconds += this.#bufferEndSeconds - position;
    this.#anchorSeconds = this.#bufferEndSeconds;
    this.#segmentsWaiting = 0;
    if (this.state === 'playing') this.#stall(nowMs);
  }

  advance(nowMs: number): void {
    if (this.state !== 'playing') return;
    const emptyAtMs = this.#emptyAtMs();
    if (nowMs < emptyAtMs) return;
    this.#anchorSeconds = this.#bufferEndSeconds;
    if (this.#noMoreMedia) this.#finish(emptyAtMs);
    else this.#stall(emptyAtMs);
  }

  /** The viewer leaves, or failed. An open stall ends here. */
  end(nowMs: number): void {
    this.advance(nowMs);
    if (this.state === 'ended') return;
    this.#anchorSeconds = this.positionSeconds(nowMs);
    if (this.state === 'stalled') this.#closeStall(nowMs);
    this.#finish(nowMs);
  }

  bufferSeconds(nowMs: number): number {
    return this.#bufferEndSeconds - this.positionSeconds(nowMs);
  }

  /** On the viewer's timeline: what `ProgramTimeline` is asked with. */
  positionSeconds(nowMs: number): number {
    if (this.state !== 'playing') return this.#anchorSeconds;
    return Math.min(this.#anchorSeconds + Math.max(0, nowMs - this.#anchorMs) / 1000, this.#bufferEndSeconds);
  }

  /** Where the next media will begin on the viewer's timeline. */
  get bufferEndSeconds(): number {
    return this.#bufferEndSeconds;
  }

  playedSeconds(nowMs: number): number {
    return Math.max(0, this.positionSeconds(nowMs) - this.#skippedSeconds);
  }

  /** An open stall included. */
  stalledMs(nowMs: number): number {
    return this.#closedStallsMs + (this.state === 'stalled' ? Math.max(0, nowMs - this.#stallStartedAtMs) : 0);
  }

  /** Wall time since playback was asked for, start-up and stalls included (CTA-2066 watchedTime). */
  watchedMs(nowMs: number): number {
    return Math.max(0, (this.state === 'ended' ? this.#endedAtMs : nowMs) - this.requestedAtMs);
  }

  /** When `advance` has something to do if no media comes; null = not playing. */
  nextEmptyAtMs(): number | null {
    return this.state === 'playing' ? this.#emptyAtMs() : null;
  }

  #emptyAtMs(): number {
    return this.#anchorMs + (this.#bufferEndSeconds - this.#anchorSeconds) * 1000;
  }

  #playIfEnough(nowMs: number): void {
    const needed = this.state === 'starting' ? this.#startSegments : this.#resumeSegments;
    const isEmpty = this.#bufferEndSeconds <= this.#anchorSeconds;
    if (this.#noMoreMedia && isEmpty) return this.#endWithoutMedia(nowMs);
    if (isEmpty || (this.#segmentsWaiting < needed && !this.#noMoreMedia)) return;
    const wasStarting = this.state === 'starting';
    if (!wasStarting) this.#closeStall(nowMs);
    this.state = 'playing';
    this.#anchorMs = nowMs;
    this.#segmentsWaiting = 0;
    if (wasStarting) this.#listener.playbackStarted(nowMs, nowMs - this.requestedAtMs);
  }

  /** Waiting for media that will not come: a stall that was open ends, for there was nothing more to show. */
  #endWithoutMedia(nowMs: number): void {
    if (this.state === 'stalled') this.#closeStall(nowMs);
    this.#finish(nowMs);
  }

  #stall(atMs: number): void {
    this.state = 'stalled';
    this.#segmentsWaiting = 0;
    this.#stallStartedAtMs = atMs;
    this.#listener.stallStarted(atMs);
  }

  #closeStall(atMs: number): void {
    const durationMs = Math.max(0, atMs - this.#stallStartedAtMs);
    this.#closedStallsMs += durationMs;
    this.#listener.stallEnded(atMs, durationMs);
  }

  #finish(atMs: number): void {
    this.state = 'ended';
    this.#endedAtMs = atMs;
    this.#listener.playbackEnded(atMs);
  }
}

export type PlayheadState = 'starting' | 'playing' | 'stalled' | 'ended';

/** Told at the instant in media time, which may lie before the call that noticed it. */
export interface PlayheadListener {
  playbackStarted(atMs: number, startupMs: number): void;
  stallStarted(atMs: number): void;
  /** Playback goes on, or the session ended in the stall. */
  stallEnded(atMs: number, durationMs: number): void;
  playbackEnded(atMs: number): void;
}

/** Whole segments in the buffer before playback begins, and goes on after a stall. */
export interface PlayheadThresholds {
  readonly startSegments: number;
  readonly resumeSegments: number;
}

const oneSegment: PlayheadThresholds = { startSegments: 1, resumeSegments: 1 };
