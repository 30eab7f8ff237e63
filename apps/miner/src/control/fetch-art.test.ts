import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fail, NetworkError, type Result, succeed, VirtualClock } from '@dropwise/kit';
import type { FetchedImage, ImageFailure } from '@dropwise/twitch';
import { createFetchArt } from './fetch-art.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const picture = succeed({ contentType: 'image/png', bytes: png });
const text = (words: string, contentType: string) => succeed({ contentType, bytes: new TextEncoder().encode(words) });
const url = 'https://images.example/box.png';
const clock = () => new VirtualClock(1_000_000, async () => {});
const broken = (kind: NetworkError['kind']) =>
  fail({ kind: 'unreachable', networkError: new NetworkError(kind, 'images.example', 'it broke') } as const);

test('a picture is what it begins with, whatever it is called', async () => {
  const fetchArt = createFetchArt(async () => succeed({ contentType: 'text/html', bytes: png }), clock());
  assert.deepEqual(await fetchArt(url), succeed({ contentType: 'image/png', bytes: png }));
});

const failures: readonly (readonly [
  what: string,
  found: Result<FetchedImage, ImageFailure>,
  isLasting: boolean,
  sentence: RegExp,
])[] = [
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'), true, /image\/svg\+xml/],
  ['an SVG that calls itself a PNG', text('<svg/>', 'image/png'), true, /Expected a picture/],
  ['a page', text('<!doctype html>', 'text/html; charset=utf-8'), true, /text\/html/],
  ['a type that is no word', text('', '<script>'), true, /found something else/],
  ['another host', fail({ kind: 'foreign', expectedOrigin: 'https://images.example' }), true, /images\.example/],
  ['a picture that is not there', fail({ kind: 'notFound', status: 404 }), true, /HTTP 404/],
  ['a redirect', fail({ kind: 'notFound', status: 302 }), true, /HTTP 302/],
  ['a host in trouble', fail({ kind: 'notFound', status: 503 }), false, /HTTP 503/],
  ['a host that is asked too much', fail({ kind: 'notFound', status: 429 }), false, /HTTP 429/],
  ['too large a picture', broken('tooLarge'), true, /did not arrive/],
  ['no network', broken('reset'), false, /did not arrive/],
];
for (const [what, found, isLasting, sentence] of failures) {
  test(`${what} is refused, ${isLasting ? 'for good' : 'for now'}`, async () => {
    const answer = await createFetchArt(async () => found, clock())(url);
    assert.ok(!answer.ok);
    assert.equal(answer.failure.isLasting, isLasting);
    assert.match(answer.failure.sentence, sentence);
  });
}

test('the fifth at once is refused, and taken when one of the four is done', async () => {
  const waiting: (() => void)[] = [];
  const image = () => new Promise<typeof picture>((resolve) => waiting.push(() => resolve(picture)));
  const fetchArt = createFetchArt(image, clock());
  const four = Array.from({ length: 4 }, () => fetchArt(url));
  const fifth = await fetchArt(url);
  assert.ok(!fifth.ok && !fifth.failure.isLasting);
  assert.equal(waiting.length, 4);
  for (const finish of waiting.splice(0)) finish();
  assert.ok((await Promise.all(four)).every(({ ok }) => ok));
  const again = fetchArt(url);
  for (const finish of waiting.splice(0)) finish();
  assert.ok((await again).ok);
});

test('the sixty-first within a minute is refused without being asked for', async () => {
  const time = clock();
  let askedCount = 0;
  const fetchArt = createFetchArt(async () => {
    askedCount += 1;
    return picture;
  }, time);
  for (let count = 0; count < 60; count += 1) assert.ok((await fetchArt(url)).ok);
  const over = await fetchArt(url);
  assert.ok(!over.ok && !over.failure.isLasting);
  assert.equal(askedCount, 60);
  await time.advance(60_000);
  assert.ok((await fetchArt(url)).ok);
});
