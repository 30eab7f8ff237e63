// A shard's process: `shard-process.ts` starts it, and is the only one who talks to it.
import { performance } from 'node:perf_hooks';
import type { Transport } from '../wire/transport.ts';
import type { TransportOptions } from '../wire/transport-options.ts';
import { Shard } from './shard.ts';
import type { FromShard, ToShard } from './shard-message.ts';

const now = (): number => performance.now();
let shard: Shard | null = null;

// A terminal sends Ctrl-C to everybody in it; the coordinator says what follows.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => {
  if (shard === null) process.exit(0);
  shard.loseCoordinator();
});
process.on('message', (message) => void hear(message as ToShard));

async function hear(message: ToShard): Promise<void> {
  if (message.kind !== 'begin') {
    shard?.hear(message);
    return;
  }
  shard = await Shard.open(message, { now, wallNow: () => Date.now(), post, openTransport });
  post({ kind: 'ready' });
}

function post(message: FromShard): void {
  if (!process.connected) {
    if (message.kind === 'ended') process.exit(0);
    return;
  }
  process.send?.(message, () => {
    if (message.kind === 'ended') process.disconnect?.();
  });
}

async function openTransport(make: 'raw' | 'undici', options: TransportOptions): Promise<Transport> {
  // Only one of them is loaded: each shard's memory counts.
  if (make === 'raw') return (await import('../wire/raw-transport.ts')).createRawTransport(options);
  return (await import('../wire/undici-transport.ts')).createUndiciTransport(options);
}
