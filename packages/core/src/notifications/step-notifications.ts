import { assertNever } from '@dropwise/kit';
import { isPaused, nextPauseChange } from '../planning/pauses.ts';
import { notWatching, stepCounting, uncountedAt } from './counting.ts';
import type { NotableFact } from './notable-fact.ts';
import type { Note, NoteSource } from './note.ts';
import { noteOf } from './rules.ts';
import { settleTroubles, type Told } from './settle-troubles.ts';
import { maxPending, maxSources, maxTold, type NotificationState } from './state.ts';
import { judgeCounting, stepTroubles } from './step-troubles.ts';
import type { WantSettings } from './wanted-campaign.ts';

export type NotificationInput =
  | { readonly kind: 'factSeen'; readonly fact: NotableFact; readonly at: number; readonly source: NoteSource }
  | { readonly kind: 'timePassed'; readonly sources: readonly NoteSource[] }
  /** The program ends: what is gathered is told now, what quiet hours hold back stays. */
  | { readonly kind: 'ending' };

/** What of the settings the step reads. */
export interface NotificationSettings {
  readonly quietHours: readonly string[];
  /** In which the quiet hours are read; '' = UTC. */
  readonly timeZone: string;
  readonly repeatMinutes: number;
  readonly uncountedMinutes: number;
  readonly wants: WantSettings;
}

/** What is told at once, in one message for each who is told. */
export interface NoteBatch {
  readonly notes: readonly Note[];
  /** Notes that there was no room for. */
  readonly leftOut: number;
  /** Quiet hours held them back. */
  readonly afterQuiet: boolean;
}

export interface NotificationStep {
  readonly state: NotificationState;
  readonly batches: readonly NoteBatch[];
  /** When to come again with `timePassed`, if nothing comes before; null = not by time alone. */
  readonly wakeAt: number | null;
}

const minuteMs = 60_000;
/** What comes within it is one message: the forty campaigns of a first start, the claims of one inventory. */
export const gatherMs = 20_000;

/**
 * Decides what is told when. Within `repeatMinutes` no key is told twice. In quiet hours only what is urgent is; the rest
 * follows as one batch. Nothing that a rule has found is lost on the way, but counted where there is no room for it.
 */
export function stepNotifications(
  before: NotificationState,
  input: NotificationInput,
  settings: NotificationSettings,
  now: number,
): NotificationStep {
  const repeatMs = settings.repeatMinutes * minuteMs;
  const quiet = { pausedHours: settings.quietHours, timeZone: settings.timeZone };
  const isQuiet = isPaused(quiet, now);
  let state = absorb(before, input, settings, now);

  const settled = settleTroubles(state.troubles, state.told, repeatMs, isQuiet, now);
  state = { ...state, troubles: settled.troubles };
  const isDue = state.gatherUntil !== null && (input.kind === 'ending' || now >= state.gatherUntil);
  if (isDue && isQuiet && !state.wasHeld) state = { ...state, wasHeld: true };
  const { urgent, rest, left } = take(state, settled.notes, isDue && !isQuiet);
  const batches = [urgent, rest].filter(({ notes }) => notes.length > 0);
  const told = batches.flatMap(({ notes }) => notes);
  state = { ...left, told: remember(left.told, told, repeatMs, now) };

  const holdsBack = isQuiet && (state.pending.length > 0 || Object.values(state.troubles).some(waitsToRecover));
  const wakes = [
    settled.wakeAt,
    isQuiet ? null : state.gatherUntil,
    holdsBack ? nextPauseChange(quiet, now) : null,
    nextUncounted(state, settings, now),
  ].filter((at) => at !== null);
  return { state, batches, wakeAt: wakes.length === 0 ? null : Math.min(...wakes) };
}

/** What is urgent is a message of its own; that something is over goes with what else is told now. */
function take(state: NotificationState, settled: readonly Note[], takesPending: boolean) {
  const over = settled.filter(({ rule }) => rule === 'recovered');
  const urgent: NoteBatch = {
    notes: settled.filter(({ rule }) => rule !== 'recovered'),
    leftOut: 0,
    afterQuiet: false,
  };
  if (!takesPending) return { urgent, rest: { notes: over, leftOut: 0, afterQuiet: false }, left: state };
  const rest: NoteBatch = {
    notes: [...state.pending, ...over],
    leftOut: state.leftOut,
    afterQuiet: state.wasHeld,
  };
  return { urgent, rest, left: { ...state, pending: [], leftOut: 0, gatherUntil: null, wasHeld: false } };
}

function absorb(
  state: NotificationState,
  input: NotificationInput,
  settings: NotificationSettings,
  now: number,
): NotificationState {
  const limitMs = settings.uncountedMinutes * minuteMs;
  switch (input.kind) {
    case 'factSeen': {
      const { fact, at, source } = input;
      const followed = follow(state, fact, source, limitMs, now);
      const note = noteOf(fact, { source, at, wants: settings.wants });
      return note === null ? followed : gather(followed, note, settings.repeatMinutes * minuteMs, now);
    }
    case 'timePassed': {
      let { troubles } = state;
      for (const source of input.sources) {
        troubles = judgeCounting(troubles, state.counting[source.id] ?? notWatching, source, limitMs, now);
      }
      return { ...state, troubles };
    }
    case 'ending':
      return state;
    default:
      return assertNever(input);
  }
}

function follow(
  state: NotificationState,
  fact: NotableFact,
  source: NoteSource,
  limitMs: number,
  now: number,
): NotificationState {
  const known = state.counting[source.id];
  if (known === undefined && Object.keys(state.counting).length >= maxSources) return state;
  const counting = stepCounting(known ?? notWatching, fact, now);
  const troubles = stepTroubles(state.troubles, fact, source, now);
  return {
    ...state,
    counting: { ...state.counting, [source.id]: counting },
    troubles: judgeCounting(troubles, counting, source, limitMs, now),
  };
}

/** A newer note of the same key takes the place of one that waits; what was told a while ago is not told again. */
function gather(state: NotificationState, note: Note, repeatMs: number, now: number): NotificationState {
  if (isRecent(state.told, note.key, repeatMs, now)) return state;
  const others = state.pending.filter(({ key }) => key !== note.key);
  const overflow = Math.max(0, others.length + 1 - maxPending);
  return {
    ...state,
    pending: [...others.slice(overflow), note],
    leftOut: state.leftOut + overflow,
    gatherUntil: state.gatherUntil ?? now + gatherMs,
  };
}

function isRecent(told: Told, key: string, repeatMs: number, now: number): boolean {
  const at = told[key];
  return at !== undefined && now < at + repeatMs;
}

function remember(told: Told, notes: readonly Note[], repeatMs: number, now: number): Told {
  if (notes.length === 0) return told;
  const kept = Object.entries(told).filter(([key]) => isRecent(told, key, repeatMs, now));
  const all = [...kept, ...notes.map(({ key }) => [key, now] as const)];
  return Object.fromEntries(all.slice(-maxTold));
}

function waitsToRecover(trouble: NotificationState['troubles'][string]): boolean {
  return trouble.state === 'well';
}

function nextUncounted(state: NotificationState, settings: NotificationSettings, now: number): number | null {
  const ahead = Object.values(state.counting)
    .map((counting) => uncountedAt(counting, settings.uncountedMinutes * minuteMs))
    .filter((at) => at !== null && at > now) as number[];
  return ahead.length === 0 ? null : Math.min(...ahead);
}
