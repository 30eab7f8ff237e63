import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Art, ArtProblem } from '@dropwise/contract';
import { fail, succeed, VirtualClock } from '@dropwise/kit';
import { type ArtFiles, openArtFiles } from './art-files.ts';
import { type ArtOutcome, createArtCache } from './create-art-cache.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** 1,000 bytes that look like a PNG, each number another. */
const picture = (number: number): Art => ({
  contentType: 'image/png',
  bytes: Uint8Array.from({ length: 1_000 }, (_, at) => signature[at] ?? number),
});
const address = (number: number) => `https://images.example/${number}.png`;
const none: ArtProblem = { isLasting: true, sentence: 'There is none.' };
const later: ArtProblem = { isLasting: false, sentence: 'Not now.' };

async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), 'dropwise-art-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function openCache(files: ArtFiles | null, clock: VirtualClock, outcome: (url: string) => ArtOutcome) {
  const asked: string[] = [];
  const troubles: string[] = [];
  const cache = createArtCache({
    files,
    clock,
    fetch: async (url) => {
      asked.push(url);
      return outcome(url);
    },
    onTrouble: (sentence) => troubles.push(sentence),
  });
  return { cache, asked, troubles };
}

const startClock = () => new VirtualClock(Date.UTC(2026, 2, 1), async () => {});
const usualBytes = 1_000_000;

test('a picture is fetched once, and there after a restart, without asking anybody', async () => {
  await using folder = await openFolder();
  const clock = startClock();
  const open = () => openArtFiles({ folder: join(folder.path, 'art'), clock, maxBytes: usualBytes });
  const first = openCache(await open(), clock, () => succeed(picture(1)));
  assert.equal(await first.cache.kept(address(1)), null);
  assert.ok((await first.cache.fetch(address(1))).ok);
  assert.deepEqual(first.asked, [address(1)]);
  const second = openCache(await open(), clock, () => fail(none));
  const kept = await second.cache.kept(address(1));
  assert.deepEqual(kept && { ...kept, bytes: Uint8Array.from(kept.bytes) }, picture(1));
  assert.deepEqual(second.asked, []);
  assert.equal((await stat(join(folder.path, 'art'))).mode & 0o777, 0o700);
  const [file = ''] = await readdir(join(folder.path, 'art'));
  assert.equal((await stat(join(folder.path, 'art', file))).mode & 0o777, 0o600);
});

test('many who ask at once cost one fetch', async () => {
  await using folder = await openFolder();
  const clock = startClock();
  const here = openCache(await openArtFiles({ folder: folder.path, clock, maxBytes: usualBytes }), clock, () =>
    succeed(picture(1)),
  );
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => here.cache.fetch(address(1))));
  assert.ok(outcomes.every(({ ok }) => ok));
  assert.equal(here.asked.length, 1);
});

test('four are fetched at once, the rest waits, and what is too much is refused', async () => {
  const waiting: (() => void)[] = [];
  const cache = createArtCache({
    files: null,
    clock: startClock(),
    fetch: () => new Promise((resolve) => waiting.push(() => resolve(succeed(picture(1))))),
    onTrouble: () => {},
  });
  const all = Array.from({ length: 204 }, (_, number) => cache.fetch(address(number)));
  const over = await cache.fetch(address(1_000));
  assert.ok(!over.ok && !over.failure.isLasting);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(waiting.length, 4);
  let most = 0;
  while (waiting.length > 0) {
    most = Math.max(most, waiting.length);
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(most, 4);
  assert.ok((await Promise.all(all)).every(({ ok }) => ok));
});

test('what is not there is not asked for again for an hour; what was only busy is', async () => {
  const clock = startClock();
  const here = openCache(null, clock, (url) => fail(url === address(1) ? none : later));
  for (const number of [1, 1, 2, 2]) assert.ok(!(await here.cache.fetch(address(number))).ok);
  assert.deepEqual(here.asked, [address(1), address(2), address(2)]);
  await clock.advance(3_600_000);
  await here.cache.fetch(address(1));
  assert.deepEqual(here.asked.slice(3), [address(1)]);
});

const damages: readonly (readonly [what: string, damage: (content: Buffer) => Buffer])[] = [
  ['cut short', (content) => content.subarray(0, 500)],
  ['empty', () => Buffer.alloc(0)],
  ['changed in one bit', (content) => Buffer.concat([content.subarray(0, -1), Buffer.from([0xfe])])],
  ['something else', () => Buffer.from('<svg/>')],
];
for (const [what, damage] of damages) {
  test(`a file that is ${what} is fetched again`, async () => {
    await using folder = await openFolder();
    const clock = startClock();
    const open = () => openArtFiles({ folder: folder.path, clock, maxBytes: usualBytes });
    const here = openCache(await open(), clock, () => succeed(picture(1)));
    await here.cache.fetch(address(1));
    const path = join(folder.path, (await readdir(folder.path))[0] ?? '');
    await writeFile(path, damage(await readFile(path)));
    const again = openCache(await open(), clock, () => succeed(picture(1)));
    assert.equal(await again.cache.kept(address(1)), null);
    assert.deepEqual(await readdir(folder.path), [], 'what is broken is gone');
    assert.ok((await again.cache.fetch(address(1))).ok);
    assert.ok(await again.cache.kept(address(1)));
  });
}

test('where there is no more room, what was not looked at for longest goes first, also over a restart', async () => {
  await using folder = await openFolder();
  const clock = startClock();
  const open = (maxBytes: number) => openArtFiles({ folder: folder.path, clock, maxBytes });
  const files = await open(3_200);
  for (const number of [1, 2, 3]) {
    await files.write(address(number), picture(number));
    await clock.advance(7_200_000);
  }
  assert.ok(await files.read(address(1)));
  await files.write(address(4), picture(4));
  assert.equal(await files.read(address(2)), null);
  assert.ok(await files.read(address(1)));
  await clock.advance(7_200_000);
  assert.ok(await files.read(address(3)));
  const smaller = await open(1_100);
  assert.ok(await smaller.read(address(3)));
  assert.equal((await readdir(folder.path)).length, 1);
});

test('a disk that takes nothing is told of once, and the pictures are shown all the same', async () => {
  const broken: ArtFiles = {
    read: () => Promise.reject(new Error('EIO')),
    write: () => Promise.reject(new Error('ENOSPC')),
  };
  const here = openCache(broken, startClock(), () => succeed(picture(1)));
  assert.ok((await here.cache.fetch(address(1))).ok);
  assert.ok((await here.cache.fetch(address(2))).ok);
  assert.equal(here.troubles.length, 1);
});

test('the end of the console ends what is under way and what waits', async () => {
  const cache = createArtCache({
    files: null,
    clock: startClock(),
    fetch: (_url, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail(later)), { once: true })),
    onTrouble: () => {},
  });
  const all = Array.from({ length: 10 }, (_, number) => cache.fetch(address(number)));
  await cache[Symbol.asyncDispose]();
  assert.ok((await Promise.all(all)).every(({ ok }) => !ok));
});
