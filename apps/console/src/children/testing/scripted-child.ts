// A program for tests that behaves as its first argument says.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const [behaviour = '', argument = ''] = process.argv.slice(2);

function stayAlive(): void {
  setInterval(() => {}, 1 << 30);
}

/** Waits for a pipe that is full. */
async function write(chunk: string | Buffer): Promise<void> {
  if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const behaviours: Readonly<Record<string, () => void | Promise<void>>> = {
  /** Up until it is asked to end. */
  idle: async () => {
    stayAlive();
    process.once('SIGTERM', () => process.exit(0));
    await write('up\n');
  },
  exit: async () => {
    process.stderr.write('its last words\n', () => process.exit(Number(argument)));
  },
  'die-by-itself': () => void process.kill(process.pid, argument),
  'ignore-term': async () => {
    stayAlive();
    process.stdout.on('error', () => {});
    process.on('SIGTERM', () => void write('not yet\n'));
    await write('up\n');
  },
  /** Its child ignores SIGTERM as well, and stays in the group. */
  fork: async () => {
    stayAlive();
    const grandchild = spawn(process.execPath, [import.meta.filename, 'ignore-term'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    grandchild.stdout?.once('data', () => void write(`grandchild ${grandchild.pid}\nup\n`));
    process.once('SIGTERM', () => process.exit(0));
  },
  /** Its child leaves the group and holds the pipes open. */
  daemonize: async () => {
    const daemon = spawn(process.execPath, [import.meta.filename, 'idle'], { stdio: 'inherit', detached: true });
    daemon.unref();
    await write(`daemon ${daemon.pid}\n`);
    await sleep(200);
    process.exit(0);
  },
  flood: async () => {
    // Without an exit of its own, which would leave unwritten what waits.
    for (let i = 1; i <= Number(argument); i++) await write(`line ${i}\n`);
  },
  'huge-line': async () => {
    await write('x'.repeat(1_000_000));
    await write('\nafter\n');
  },
  binary: async () => {
    await write(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a]));
    await write('after without an end');
  },
  environment: async () => {
    await write(`${JSON.stringify({ cwd: process.cwd(), env: process.env })}\n`);
  },
  /** Says everything back, and ends when its parent is gone. */
  ipc: async () => {
    process.on('message', (message) => {
      if (message === 'stop') process.exit(0);
      process.send?.({ echo: message });
    });
    process.once('disconnect', () => process.exit(0));
    await write('up\n');
  },
  /** Says so many messages and goes. */
  farewell: () => {
    for (let i = 1; i < Number(argument); i++) process.send?.(i);
    process.send?.('farewell', () => process.kill(process.pid, 'SIGKILL'));
  },
  eat: async () => {
    const eaten = Buffer.alloc(Number(argument) * 1_048_576, 1);
    setInterval(() => eaten.fill(1), 1_000);
    await write('up\n');
  },
};

await behaviours[behaviour]?.();
