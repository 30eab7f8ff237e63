import { type AdapterSayingCode, sayOfAdapter } from '../../adapter-sayings.ts';
import type { LineMeaning } from '../line-meaning.ts';
import { type LineRow, nothing, record } from '../line-row.ts';
import { cleared, fact, raised } from '../meanings.ts';

const both = { tdm: record, rangermix: record } as const;
export const socketReasonCodes = ['socket-down', 'socket-no-pong', 'socket-reconnecting'] as const;
type SocketReasonCode = (typeof socketReasonCodes)[number];
/** rangermix does not write when a socket is up again: after this it is, or it has complained again. */
const socketMs = 5 * 60_000;
/** rangermix names the server. */
const server = '(?: to wss?:\\/\\/\\S{1,200})?';

/** Peers 3.2, “Websocket”. */
export const socketRows: readonly LineRow[] = [
  {
    id: 'socket connecting',
    said: both,
    pattern: /^Websocket\[(?<socket>\d{1,3})\] connecting(?:\.\.\.| with .{1,500} proxy)$/,
    means: nothing,
  },
  { id: 'socket connected', said: both, pattern: /^Websocket\[(?<socket>\d{1,3})\] connected\.$/, means: socketIsWell },
  // Stopped because it is not needed any more.
  { id: 'socket stopped', said: both, pattern: /^Websocket\[(?<socket>\d{1,3})\] stopped\.$/, means: socketIsWell },
  socketRow('socket problem', `connection problem \\(sleep: [\\d.]{1,12}s\\)`, 'socket-down', 'line-socket-none'),
  {
    id: 'socket gives up',
    said: both,
    pattern: /^Websocket\[\d{1,3}\] exiting backoff connect loop because session is closed \(RuntimeError\)$/,
    means: nothing,
  },
  socketRow('socket closed', `${server} ?closed unexpectedly: .{0,300}`, 'socket-down', 'line-socket-closed'),
  socketRow(
    'socket reconnecting',
    `${server} ?reconnecting\\.\\.\\.`,
    'socket-reconnecting',
    'line-socket-reconnecting',
  ),
  socketRow(
    'socket without pong',
    `didn't receive a PONG, reconnecting\\.\\.\\.`,
    'socket-no-pong',
    'line-socket-silent',
  ),
  socketRow('socket moves', 'requested reconnect\\.', 'socket-reconnecting', 'line-socket-moving'),
  {
    id: 'socket payload',
    said: both,
    pattern: /^Websocket\[\d{1,3}\] received unknown payload: [\s\S]*$/,
    means: () => [fact('inputRejected', { input: 'socket message', problem: 'the miner does not know its form' })],
  },
  {
    id: 'socket error',
    said: both,
    pattern: /^Websocket\[(?<socket>\d{1,3})\] error: [\s\S]*$/,
    means: (group) => [socketReason('socket-down', group('socket'), 'line-socket-error')],
  },
  {
    id: 'socket exception',
    said: both,
    pattern: /^Exception in Websocket\[(?<socket>\d{1,3})\](?: to wss?:\/\/\S{1,200})?(?:\n[\s\S]*)?$/,
    means: (group) => [socketReason('socket-down', group('socket'), 'line-socket-failed')],
  },
  {
    id: 'socket traffic',
    said: { tdm: record },
    pattern: /^Websocket\[\d{1,3}\](?::)? ?(?:Adding topics|Removing topics|received|sent): [\s\S]*$/,
    means: nothing,
  },
];

function socketRow(id: string, rest: string, code: SocketReasonCode, what: AdapterSayingCode): LineRow {
  return {
    id,
    said: both,
    pattern: new RegExp(`^Websocket\\[(?<socket>\\d{1,3})\\] ?${rest}$`),
    means: (group) => [socketReason(code, group('socket'), what)],
  };
}

function socketReason(code: SocketReasonCode, socket: string, what: AdapterSayingCode): LineMeaning {
  return raised({
    code,
    item: socket,
    said: sayOfAdapter(what, { socket }),
    lastsMs: socketMs,
  });
}

function socketIsWell(group: (name: string) => string): readonly LineMeaning[] {
  return [cleared(socketReasonCodes, group('socket'))];
}
