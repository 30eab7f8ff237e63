// Many live clients of one console, in a process of their own: node listeners-program.ts <url> <count>.
import { initialStateEvent, isLiveEventName } from '@dropwise/contract';
import { io } from 'socket.io-client';

/** What it says when it is told to end, as a line of JSON. */
export interface ListenersReport {
  readonly events: number;
  /** Clients that the console did not keep to the end. */
  readonly dropped: number;
}

const [url = '', count = ''] = process.argv.slice(2);
const { origin, pathname } = new URL(url);
let greeted = 0;
let events = 0;
let dropped = 0;
const sockets = Array.from({ length: Number(count) }, () => {
  const socket = io(origin, {
    path: `${pathname}socket.io`,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin },
  });
  socket.onAny((name: string) => {
    if (isLiveEventName(name)) events += 1;
    if (name !== initialStateEvent) return;
    greeted += 1;
    if (greeted === Number(count)) process.stdout.write('{"kind":"greeted"}\n');
  });
  socket.on('disconnect', () => {
    dropped += 1;
  });
  socket.on('connect_error', (error) => {
    process.stderr.write(`A listener was refused: ${error.message}\n`);
    process.exit(1);
  });
  return socket;
});

process.once('SIGTERM', () => {
  const report: ListenersReport = { events, dropped };
  process.stdout.write(`${JSON.stringify({ kind: 'report', ...report })}\n`, () => process.exit(0));
  for (const socket of sockets) socket.disconnect();
});
