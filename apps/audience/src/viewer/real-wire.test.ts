import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Broadcast } from '../testing/origin/broadcast.ts';
import { answerWith } from '../testing/origin/origin-script.ts';
import { type RunningOrigin, startOrigin } from '../testing/origin/start-origin.ts';
import { startRealAudience } from '../testing/real-audience.ts';
import { createRawTransport } from '../wire/raw-transport.ts';
import { createUndiciTransport } from '../wire/undici-transport.ts';

const transports = { raw: createRawTransport, undici: createUndiciTransport } as const;
const recording: Partial<Broadcast> = {
  type: 'vod',
  endsAfterSegments: 3,
  segmentSeconds: 0.2,
  targetDurationSeconds: 1,
  maps: true,
  key: { method: 'AES-128', uri: 'key.bin' },
};

const compared = [
  'sessions',
  'segments',
  'maps',
  'keys',
  'playlists',
  'media_bytes',
  'playlist_bytes',
  'attempts',
] as const;

for (const [name, createTransport] of Object.entries(transports)) {
  test(`over ${name}, viewers see a recording to its end, and count what was sent`, async () => {
    await using origin = await startOrigin({ ...recording, byteRanges: true });
    await using real = startRealAudience({ url: origin.url, viewers: 5, createTransport });
    await real.audience.ended;
    assert.deepEqual(real.failures(), {});
    assert.deepEqual(Object.fromEntries(compared.map((counter) => [counter, real.count(counter)])), {
      sessions: 5,
      segments: 15,
      maps: 5,
      keys: 5,
      playlists: 10,
      media_bytes: 5 * (3 * 20_000 + 800),
      playlist_bytes: real.count('playlist_bytes'),
      attempts: 35,
    });
    assert.equal(real.count('sessions_ended'), 5);
    assert.equal(origin.script.asked.length, 35);
    const offset = real.audience.clockOffset;
    assert.ok(offset !== null && offset.leastMs <= 0 && offset.mostMs >= 0, 'the origin has the same clock');
    assert.ok(real.count('wire_read_bytes') > real.count('media_bytes'));
  });

  test(`over ${name}, compressed playlists of a live stream are followed to its end`, async () => {
    await using origin = await startOrigin({
      startMs: Date.now() - 10_100,
      segmentSeconds: 0.5,
      targetDurationSeconds: 1,
      endsAfterSegments: 22,
    });
    origin.script.gzip = true;
    await using real = startRealAudience({ url: origin.url, viewers: 3, createTransport });
    await real.audience.ended;
    assert.deepEqual(real.failures(), {});
    assert.equal(real.count('sessions_ended'), 3);
    assert.equal(real.count('stalls'), 0);
    assert.ok(real.count('segments') >= 3 * 7);
  });

  test(`over ${name}, one whose segments are cut off harms nobody else, and has them at the next try`, async () => {
    await using origin = await startOrigin(recording);
    cutOffOnce(origin);
    await using real = startRealAudience({ url: origin.url, viewers: 4, createTransport });
    await real.audience.ended;
    assert.deepEqual(real.failures(), { truncated: 1 });
    assert.equal(real.count('retries'), 1);
    assert.equal(real.count('sessions_ended'), 4);
    assert.equal(real.count('segments'), 12);
  });
}

test('a viewer who is stopped in the middle of an answer leaves no connection behind', async () => {
  await using origin = await startOrigin(recording);
  origin.script.rules.push(({ path }) =>
    path.endsWith('seg1.ts') ? answerWith(200, Buffer.alloc(1_000_000), { bytesPerSecond: 20_000 }) : null,
  );
  await using real = startRealAudience({ url: origin.url, viewers: 3, createTransport: createRawTransport });
  await until(() => origin.script.asked.filter((path) => path.endsWith('seg1.ts')).length === 3);
  real.audience.stop();
  await real.audience.ended;
  await until(() => origin.openConnections() === 0);
  assert.deepEqual(real.failures(), {});
});

function cutOffOnce({ script }: RunningOrigin): void {
  let asked = 0;
  script.rules.push(({ path }) =>
    path.endsWith('seg1.ts') && asked++ === 0
      ? answerWith(200, Buffer.alloc(20_000), { closeAfterBytes: 5_000 })
      : null,
  );
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
