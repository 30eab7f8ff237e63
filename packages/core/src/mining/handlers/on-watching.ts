import { clear, noteFailure, noteSuccess, raise } from '../conditions.ts';
import { takeProgress } from '../confirmation.ts';
import type { Input } from '../input.ts';
import { request } from '../pipeline.ts';
import { patch, type Turn } from '../turn.ts';
import { actOnSilence, noteAccepted, noteBeatFailed } from '../watching.ts';

/** Reports come within a minute or two, after a switch within five. Protocol 5.4. */
const silentSocketMs = 10 * 60_000;

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

export function onWatchAnswered(turn: Turn, input: Of<'watchAnswered'>): void {
  const { watching } = turn.state;
  const operation = `watch:${input.transport}`;
  if (input.outcome.kind === 'failed') noteFailure(turn, { ...input.outcome.failure, operation });
  else noteSuccess(turn, operation);
  if (watching === null || watching.channelId !== input.channelId || watching.transport !== input.transport) return;
  if (input.outcome.kind === 'accepted') noteAccepted(turn);
  else if (input.outcome.kind === 'refused') noteBeatFailed(turn, input.outcome.detail, false);
  else noteBeatFailed(turn, input.outcome.failure.detail, input.outcome.failure.kind === 'dns');
  if (actOnSilence(turn)) request(turn, 'gamesUpdate');
}

export function onCurrentSessionArrived(turn: Turn, input: Of<'currentSessionArrived'>): void {
  noteSuccess(turn, 'DropCurrentSessionContext');
  const { session } = input;
  if (session === null) return;
  const before = turn.state.totals.confirmedMinutes;
  takeProgress(turn, {
    dropId: session.dropId,
    channelId: session.channelId,
    minutes: session.minutes,
    by: 'current-session',
  });
  if (turn.state.totals.confirmedMinutes > before) noteSilentSocket(turn);
}

/** The socket is open, yet only the query tells of minutes: it is silent, and that is worth a word. */
function noteSilentSocket(turn: Turn): void {
  const { socket, watching, conditions } = turn.state;
  if (socket.connected === 0 || watching === null || conditions['topics-refused'] !== undefined) return;
  const heardAt = Math.max(socket.lastDropEventAt ?? 0, watching.since);
  if (turn.now - heardAt > silentSocketMs) raise(turn, 'socket-silent', 'socket');
}

export function onDropProgressed(turn: Turn, input: Of<'dropProgressed'>): void {
  patch(turn, { socket: { ...turn.state.socket, lastDropEventAt: turn.now } });
  clear(turn, 'socket-silent');
  takeProgress(turn, { dropId: input.dropId, channelId: input.channelId, minutes: input.minutes, by: 'socket' });
}
