import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPathAllowed } from './allowed-path.ts';

const table: readonly (readonly [pathname: string, prefixes: readonly string[], allowed: boolean])[] = [
  ['/live/index.m3u8', ['/live/'], true],
  ['/live/index.m3u8', ['/live'], true],
  ['/live', ['/live'], true],
  ['/liveness/index.m3u8', ['/live'], false],
  ['/live', ['/live/'], false],
  ['/vod/a.ts', ['/live/', '/vod/'], true],
  ['/admin', ['/live/'], false],
  ['/anything', ['/'], true],
  ['/live/..%2fadmin', ['/live/'], false],
  ['/live/..%5cadmin', ['/live/'], false],
  ['/live/%252e%252e/admin', ['/live/'], false],
  ['/live/%2e%2e%2fadmin', ['/live/'], false],
  ['/live/a%20b.ts', ['/live/'], true],
  ['/live/50%25.ts', ['/live/'], true],
  ['/live/100%.ts', ['/live/'], true],
  ['/live/50%25/%252e%252e/%252e%252e/admin', ['/live/'], false],
  ['/a%20b/c%20d', ['/a%20b/'], true],
  ['/live/%2525252525252e', ['/live/'], false],
  ['/live//a.ts', ['/live/'], true],
  ['/LIVE/a.ts', ['/live/'], false],
  ['/live/', ['/live/'], true],
];

for (const [pathname, prefixes, allowed] of table) {
  test(`${pathname} is ${allowed ? '' : 'not '}covered by ${prefixes.join(' ')}`, () =>
    assert.equal(isPathAllowed(pathname, prefixes), allowed));
}

test('what a server may decode to a path outside is not covered', () => {
  const piece = fc.constantFrom('..', '%2e%2e', '%252e.', '%2f', '%5c', '/', 'a', '.', '%2F..', '\\');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const pathname = `/live/${pieces.join('')}`;
      if (!isPathAllowed(pathname, ['/live/'])) return;
      let decoded = pathname;
      for (let round = 0; round < 3; round++) {
        decoded = decodeURIComponent(decoded);
        // A file address: its own slashes are read as a server's file system does.
        const read = new URL(`http://h${decoded.replaceAll('\\', '/').replace(/\/{2,}/g, '/')}`).pathname;
        assert.ok(read.startsWith('/live/'), `${pathname} → ${read}`);
      }
    }),
    { seed: 6, numRuns: 2_000 },
  );
});
