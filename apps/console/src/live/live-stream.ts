import {
  applyLiveEvent,
  diffLive,
  type LiveChange,
  type LiveContent,
  type LiveEvent,
  type LiveResume,
  type LiveState,
} from '@dropwise/contract';
import { MissedEvents, type MissedEventsLimits } from './missed-events.ts';

/** The state and its changes in order. Knows no client. */
export class LiveStream {
  readonly #missed: MissedEvents;
  #state: LiveState;

  constructor(epoch: string, at: number, content: LiveContent, limits: MissedEventsLimits) {
    this.#missed = new MissedEvents(limits);
    this.#state = { epoch, seq: 0, at, ...content };
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Gives every change its place, and makes it here as a client will. */
  add(changes: readonly LiveChange[]): readonly LiveEvent[] {
    return changes.map((change) => {
      const event: LiveEvent = { ...change, seq: this.#state.seq + 1 };
      const applied = applyLiveEvent(this.#state, event);
      if (!applied.ok) throw new Error(`event ${event.seq} must follow ${this.#state.seq}`);
      this.#state = applied.value;
      this.#missed.add(event);
      return event;
    });
  }

  /** What it takes to say `content`. */
  changesTo(content: LiveContent): readonly LiveChange[] {
    return diffLive(this.#state, content);
  }

  /** Null = it must have a fresh state. */
  missedSince(resume: LiveResume): readonly LiveEvent[] | null {
    return resume.epoch === this.#state.epoch ? this.#missed.after(resume.seq, this.#state.seq) : null;
  }
}
