import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { slugRedirect } from './slug-redirect.ts';

test('a known name has a slug, an unknown one is null', () => {
  assert.deepEqual(slugRedirect.variables({ name: 'Sample Game' }), { name: 'Sample Game' });
  const known = readOk(slugRedirect, { game: { id: '900001', slug: 'sample-game' } });
  assert.deepEqual(known, { gameId: '900001', slug: 'sample-game' });
  assert.equal(readOk(slugRedirect, { game: null }), null);
});

test('an answer without the game is refused', () => {
  assert.equal(refusedPath(slugRedirect, {}), 'data.game');
});
