import type { MoveTable } from '../schema/move.ts';
import type { PlacedFact } from './placed-fact.ts';

/**
 * What a child watches, in between its facts:
 *
 *     nothing ──chosen──► watching ──left──► left ──chosen within seconds──► watching   (the stop becomes a switch)
 *        ▲                   │                │
 *        └──idle, ended──────┘                └──idle within seconds──► nothing       (the stop becomes an idle)
 */
export type WatchState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'watching'; readonly login: string | null; readonly since: number }
  | {
      readonly kind: 'left';
      readonly login: string | null;
      readonly at: number;
      readonly durationSeconds: number | null;
      /** Of the move that was told, which what follows at once replaces. */
      readonly moveSeq: number;
    };

export interface Moved {
  readonly state: WatchState;
  readonly move: MoveTable;
  /** A move that is told by `move` now. */
  readonly replaces: number | null;
}

/** A miner leaves one channel and chooses the next in one breath; its log may take a moment between the two lines. */
const sameBreathMs = 5_000;

const movingKinds: readonly string[] = ['channelChosen', 'channelLeft', 'becameIdle', 'childEnded'];

/** Whether a fact can be a move at all: most are not, and need no state to be read. */
export function isMoving({ kind }: PlacedFact['fact']): boolean {
  return movingKinds.includes(kind);
}

/** Null = nothing moved. */
export function moveOf(state: WatchState, placed: PlacedFact): Moved | null {
  const { fact } = placed;
  switch (fact.kind) {
    case 'channelChosen':
      return choose(state, placed, fact.login, fact.why);
    case 'channelLeft':
      return leave(state, placed, fact.login, fact.why);
    case 'becameIdle':
      return end(state, placed, 'idle', fact.why);
    case 'childEnded':
      return state.kind === 'watching' ? end(state, placed, 'stop', fact.sentence) : null;
    default:
      return null;
  }
}

function choose(state: WatchState, placed: PlacedFact, login: string | null, why: string | null): Moved | null {
  // Said again, or another way of watching the same.
  if (state.kind === 'watching' && state.login === login && login !== null) return null;
  const before = justLeft(state, placed);
  const move = rowOf(placed, before === null ? 'start' : 'switch', {
    from: before?.login ?? null,
    to: login,
    reason: why,
    seconds: before?.seconds ?? null,
  });
  return { state: { kind: 'watching', login, since: placed.at }, move, replaces: before?.replaces ?? null };
}

function leave(state: WatchState, placed: PlacedFact, login: string | null, why: string | null): Moved | null {
  if (state.kind === 'left' && placed.at - state.at <= sameBreathMs) return null;
  const watched = state.kind === 'watching' ? state : null;
  const from = login ?? watched?.login ?? null;
  const seconds = watched === null ? null : secondsBetween(watched.since, placed.at);
  const move = rowOf(placed, 'stop', { from, to: null, reason: why, seconds });
  const left = { kind: 'left', login: from, at: placed.at, durationSeconds: seconds, moveSeq: placed.seq } as const;
  return { state: left, move, replaces: null };
}

function end(state: WatchState, placed: PlacedFact, eventType: 'idle' | 'stop', reason: string | null): Moved {
  const before = justLeft(state, placed);
  const row = { from: before?.login ?? null, to: null, reason, seconds: before?.seconds ?? null };
  return {
    state: { kind: 'nothing' },
    move: rowOf(placed, eventType, row),
    replaces: before?.replaces ?? null,
  };
}

/** What was watched until this very moment. */
function justLeft(
  state: WatchState,
  { at }: PlacedFact,
): { readonly login: string | null; readonly seconds: number | null; readonly replaces: number | null } | null {
  if (state.kind === 'watching') {
    return { login: state.login, seconds: secondsBetween(state.since, at), replaces: null };
  }
  if (state.kind === 'nothing' || at - state.at > sameBreathMs) return null;
  return { login: state.login, seconds: state.durationSeconds, replaces: state.moveSeq };
}

/** Null when the clock was set back, or the two were told by different clocks. */
function secondsBetween(since: number, until: number): number | null {
  return until >= since ? Math.round((until - since) / 1_000) : null;
}

function rowOf(
  { seq, at, childId }: PlacedFact,
  eventType: 'switch' | 'start' | 'stop' | 'idle',
  row: {
    readonly from: string | null;
    readonly to: string | null;
    readonly reason: string | null;
    readonly seconds: number | null;
  },
): MoveTable {
  return {
    seq,
    at,
    child_id: childId,
    event_type: eventType,
    from_channel: row.from,
    to_channel: row.to,
    reason: row.reason,
    duration_seconds: row.seconds,
  };
}
