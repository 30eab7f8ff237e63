import { clear, raise } from './conditions.ts';
import { patch, type Turn, tell, without } from './turn.ts';

const retryMs = 60 * 60_000;
/** More than this and the oldest makes room: a flood of bad items must not grow the state. */
const maxQuarantined = 200;

/** Sets one item aside, says why, and lets the rest go on. It is tried again with the next reload. */
export function quarantine(
  turn: Turn,
  what: 'campaign' | 'channel' | 'message',
  id: string,
  name: string,
  problem: string,
): void {
  const key = `${what}:${id}`;
  const known = turn.state.quarantine[key];
  const entry = { what, id, name, problem, since: known?.since ?? turn.now, retryAt: turn.now + retryMs };
  const entries = Object.entries({ ...turn.state.quarantine, [key]: entry });
  patch(turn, { quarantine: Object.fromEntries(entries.slice(-maxQuarantined)) });
  raise(turn, 'quarantined', key, { what, name, problem });
  if (known?.problem !== problem)
    tell(turn, { kind: 'itemQuarantined', what, id, name, problem, retryAt: entry.retryAt });
}

/** After a full fetch: what was read well this time, or is no longer there, is no longer set aside. */
export function releaseSeen(turn: Turn, seen: ReadonlySet<string>, rejectedKeys: ReadonlySet<string>): void {
  for (const [key, entry] of Object.entries(turn.state.quarantine)) {
    if (entry.since === turn.now || rejectedKeys.has(key)) continue;
    if (entry.retryAt > turn.now + retryMs - 1_000 && seen.has(entry.id)) continue;
    release(turn, key);
  }
}

function release(turn: Turn, key: string): void {
  const entry = turn.state.quarantine[key];
  if (entry === undefined) return;
  patch(turn, { quarantine: without(turn.state.quarantine, key) });
  clear(turn, 'quarantined', key);
  tell(turn, { kind: 'itemReleased', what: entry.what, id: entry.id, name: entry.name });
}
