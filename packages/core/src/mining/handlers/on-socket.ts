import type { ReasonCode } from '../../health/reason-codes.ts';
import { clear, raise } from '../conditions.ts';
import type { Input, SocketProblem } from '../input.ts';
import { quarantine } from '../quarantine.ts';
import { patch, startTimer, stopTimer, type Turn } from '../turn.ts';

type Of<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>;

/** A socket that comes back within this is not worth a word of its own. */
const toleranceMs = 60_000;

const reasonOfProblem: Readonly<Record<SocketProblem, ReasonCode>> = {
  refused: 'socket-refused',
  noPong: 'socket-no-pong',
  reconnect: 'socket-reconnecting',
  dropped: 'socket-reconnecting',
};

export function onSocketChanged(turn: Turn, input: Of<'socketChanged'>): void {
  const up = input.total === 0 || (input.connected > 0 && input.connected >= input.total);
  const downSince = up ? null : (turn.state.socket.downSince ?? turn.now);
  const wasUp = turn.state.socket.downSince === null;
  patch(turn, { socket: { ...turn.state.socket, connected: input.connected, total: input.total, downSince } });
  if (downSince === null) {
    stopTimer(turn, 'socketDown');
    clear(turn, 'socket-down', 'socket');
    for (const code of Object.values(reasonOfProblem)) clear(turn, code, 'socket');
    return;
  }
  if (input.problem !== null) raise(turn, reasonOfProblem[input.problem], 'socket', { detail: input.detail });
  if (wasUp) startTimer(turn, 'socketDown', toleranceMs);
}

/** Without the socket everything is asked for instead: slower, and said. */
export function onSocketDownTimer(turn: Turn): void {
  const { downSince, connected, total } = turn.state.socket;
  if (downSince === null) return;
  raise(turn, 'socket-down', 'socket', { detail: `${connected} of ${total} connections are open` });
}

export function onTopicRefused(turn: Turn, input: Of<'topicRefused'>): void {
  raise(turn, 'topics-refused', input.topic, { topics: `messages of ${kindOf(input.topic)}`, detail: input.error });
}

export function onTopicAccepted(turn: Turn, input: Of<'topicAccepted'>): void {
  clear(turn, 'topics-refused', input.topic);
}

export function onMessageRejected(turn: Turn, input: Of<'messageRejected'>): void {
  const kind = kindOf(input.topic);
  quarantine(turn, 'message', kind, `A message of ${kind}`, input.problem);
}

function kindOf(topic: string): string {
  return topic.split('.')[0] ?? topic;
}
