import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestName } from './nearest-name.ts';

const names = ['mine', 'sim', 'doctor', 'demo', '--data-dir', '--debug-ws', '--debug-gql'];
const table: readonly (readonly [given: string, nearest: string | null])[] = [
  ['mien', 'mine'],
  ['min', 'mine'],
  ['Mine', 'mine'],
  ['doktor', 'doctor'],
  ['--dat', '--data-dir'],
  ['--debug', null],
  ['--debug-w', '--debug-ws'],
  ['xyzzy', null],
  ['', null],
];

for (const [given, nearest] of table) {
  test(`"${given}" ${nearest === null ? 'is near nothing' : `means ${nearest}`}`, () => {
    assert.equal(nearestName(given, names), nearest);
  });
}
