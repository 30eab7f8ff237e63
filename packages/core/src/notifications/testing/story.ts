import { noWishes } from '../../planning/wish.ts';
import type { NotableFact } from '../notable-fact.ts';
import type { NoteSource } from '../note.ts';
import { type NotificationState, noNotifications } from '../state.ts';
import {
  type NoteBatch,
  type NotificationInput,
  type NotificationSettings,
  stepNotifications,
} from '../step-notifications.ts';

export const minuteMs = 60_000;
/** 2026-03-02, a Monday, 12:00 UTC. */
export const noon = Date.UTC(2026, 2, 2, 12);

export const miner: NoteSource = { id: 'miner', name: 'Dropwise', alone: true, confirms: true };

export const usualSettings: NotificationSettings = {
  quietHours: [],
  timeZone: '',
  repeatMinutes: 60,
  uncountedMinutes: 30,
  wants: { priority: [], exclude: { games: [], campaigns: [], drops: [], keywords: [] }, wishes: noWishes },
};

export interface Telling {
  readonly at: number;
  readonly batch: NoteBatch;
}

/** A person’s days with their notifications: facts come, time goes by, and everything told is kept. */
export class Story {
  state: NotificationState = noNotifications;
  now: number;
  readonly tellings: Telling[] = [];
  settings: NotificationSettings;
  sources: readonly NoteSource[] = [miner];
  wakeAt: number | null = null;

  constructor(settings: Partial<NotificationSettings> = {}, startsAt = noon) {
    this.settings = { ...usualSettings, ...settings };
    this.now = startsAt;
  }

  see(fact: NotableFact, source: NoteSource = miner): this {
    return this.#step({ kind: 'factSeen', fact, at: this.now, source });
  }

  /** Time goes by; the step is woken when it asked for it. */
  pass(minutes: number): this {
    const end = this.now + minutes * minuteMs;
    while (this.wakeAt !== null && this.wakeAt <= end) {
      if (this.wakeAt <= this.now)
        throw new Error(`the step asked to be woken at ${this.wakeAt}, and it is ${this.now}`);
      this.now = this.wakeAt;
      this.#step({ kind: 'timePassed', sources: this.sources });
    }
    this.now = end;
    return this;
  }

  end(): this {
    return this.#step({ kind: 'ending' });
  }

  /** Titles of everything told, `+` between what was told at once. */
  get titles(): readonly string[] {
    return this.tellings.map(({ batch }) => batch.notes.map(({ title }) => title).join(' + '));
  }

  #step(input: NotificationInput): this {
    const { state, batches, wakeAt } = stepNotifications(this.state, input, this.settings, this.now);
    this.state = state;
    this.wakeAt = wakeAt;
    this.tellings.push(...batches.map((batch) => ({ at: this.now, batch })));
    return this;
  }
}
