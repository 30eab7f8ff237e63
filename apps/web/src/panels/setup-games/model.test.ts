import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCampaign, buildDrop } from '../../shared/testing/build-views.ts';
import { choicesOf, findChoices, moved, newName, withGame, withoutGame } from './model.ts';

const choices = choicesOf({
  a: buildCampaign('a', { game: 'Ferry', drops: [buildDrop('1'), buildDrop('2', { claim: 'claimed' })] }),
  b: buildCampaign('b', { game: 'Lanterns', drops: [buildDrop('3'), buildDrop('4')] }),
  c: buildCampaign('c', { game: 'ferry ', drops: [buildDrop('5'), buildDrop('6')], linked: 'unlinked' }),
  d: buildCampaign('d', { game: 'Over', state: 'expired' }),
});

test('each game is a choice once, with what can still be earned; the most first', () => {
  assert.deepEqual(
    choices.map(({ name, campaignCount, dropCount, unlinked }) => [name, campaignCount, dropCount, unlinked]),
    [
      ['Ferry', 2, 3, true],
      ['Lanterns', 1, 2, false],
    ],
  );
});

test('what is listed is found no more, and a search needs no case', () => {
  assert.deepEqual(
    findChoices(choices, ['LANTERNS'], '').map(({ name }) => name),
    ['Ferry'],
  );
  assert.deepEqual(
    findChoices(choices, [], ' TERN').map(({ name }) => name),
    ['Lanterns'],
  );
});

test('a name that nobody knows yet can be listed, one that is there cannot', () => {
  assert.equal(newName(choices, [], ' Harbour '), 'Harbour');
  assert.equal(newName(choices, [], 'FERRY'), null);
  assert.equal(newName(choices, ['Harbour'], 'harbour'), null);
  assert.equal(newName(choices, [], '  '), null);
});

test('nothing is listed twice', () => {
  assert.deepEqual(withGame(['Ferry'], ' ferry'), ['Ferry']);
  assert.deepEqual(withoutGame(['Ferry', 'Lanterns'], 'FERRY'), ['Lanterns']);
});

test('a game moves to its place and never out of the list', () => {
  const list = ['a', 'b', 'c'];
  assert.deepEqual(moved(list, 0, 1), ['b', 'a', 'c']);
  assert.deepEqual(moved(list, 2, 0), ['c', 'a', 'b']);
  assert.deepEqual(moved(list, 0, 9), ['b', 'c', 'a']);
  assert.deepEqual(moved(list, 0, -1), list);
  assert.deepEqual(moved(list, 7, 0), list);
});
