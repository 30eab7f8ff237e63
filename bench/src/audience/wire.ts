import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measureWire } from './measure-wire.ts';
import { startNginxOrigin } from './nginx-origin.ts';

/** `node bench/src/audience/wire.ts`: CPU of a request, beside wrk's, on loopback; needs nginx and wrk. */
const folder = await mkdtemp(join('/dev/shm', 'dropwise-wire-'));
try {
  await using origin = await startNginxOrigin({ folder, segmentSeconds: 2, segmentBytes: 100_000, windowSegments: 6 });
  for (const connections of [100, 1_000]) {
    const compared = await measureWire(origin, { connections, seconds: 4, core: 1 });
    console.log(JSON.stringify({ connections, ...compared }));
  }
} finally {
  await rm(folder, { recursive: true });
}
