import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linesOf, minutesOf, readHours, weekOf, writeHours } from './hours.ts';
import { knownNamesFor, nameOf, valueMeant } from './known-names.ts';
import { added, entriesOf, moved, placeOf, without } from './name-list.ts';
import { campaignView, channelView, liveStateOf } from './testing/live-state.ts';

describe('a list of names', () => {
  test('gives every entry a key of its own, also where a name stands twice', () => {
    const keys = entriesOf(['Rust', 'Ark', 'Rust']).map(({ key }) => key);
    assert.equal(new Set(keys).size, 3);
  });

  test('is changed in its order, and not beyond its ends', () => {
    assert.deepEqual(moved(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
    assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
    assert.deepEqual(moved(['a', 'b'], 1, 2), ['a', 'b']);
    assert.deepEqual(moved(['a', 'b'], 5, 0), ['a', 'b']);
    assert.deepEqual(without(['a', 'b', 'a'], 2), ['a', 'b']);
  });

  test('takes what is new, and says what is there already', () => {
    assert.deepEqual(added(['Rust'], ' Ark '), { names: ['Rust', 'Ark'] });
    assert.deepEqual(added(['Rust'], 'Ark\nrust\nark\n\nHalo'), { names: ['Rust', 'Ark', 'Halo'] });
    assert.deepEqual(added(['Rust'], 'RUST'), { twice: 'RUST' });
    assert.equal(added(['Rust'], '  \n '), null);
  });

  test('a row that is dragged goes where the pointer is', () => {
    assert.deepEqual(
      [0, 15, 55, 999].map((pointer) => placeOf([10, 50, 90], pointer)),
      [0, 1, 2, 3],
    );
  });
});

describe('hours', () => {
  test('are read into a form and written back the same', () => {
    for (const text of ['22:00-07:00', 'Mon-Fri 09:00-17:00', 'Sat,Sun 00:00-24:00', 'Mon,Wed-Fri,Sun 01:30-02:00']) {
      const hours = readHours(text);
      assert.ok(hours, text);
      assert.equal(writeHours(hours), text);
    }
  });

  test('that are not whole become a text that is refused', () => {
    const whole = { days: [0], from: '22:00', to: '07:00' };
    for (const hours of [
      { ...whole, days: [] },
      { ...whole, from: '' },
      { ...whole, to: '22:00' },
    ]) {
      assert.equal(readHours(writeHours(hours)), null);
    }
    assert.equal(readHours('at night'), null);
  });

  test('are drawn day by day, what passes midnight on the next one', () => {
    const week = weekOf(['Sun 18:00-06:00']);
    assert.deepEqual(week[6], [{ start: 0.75, length: 0.25 }]);
    assert.deepEqual(week[0], [{ start: 0, length: 0.25 }]);
    assert.deepEqual(week[1], []);
    assert.equal(minutesOf(['Sun 18:00-06:00', 'at night']), 720);
  });

  test('as text are one a line', () => assert.deepEqual(linesOf(' a \n\n b'), ['a', 'b']));
});

describe('names that are known', () => {
  const state = liveStateOf([campaignView('c1', 'Spring Week', 'Rust', ['d1'])], [channelView('Ark')]);

  test('are games for lists of games, and ids with their names for campaigns and drops', () => {
    assert.deepEqual(
      knownNamesFor('mining.priority', state).map(({ value }) => value),
      ['Ark', 'Rust'],
    );
    assert.deepEqual(knownNamesFor('mining.wishes.campaigns', state), [{ value: 'c1', label: 'Spring Week · Rust' }]);
    assert.deepEqual(knownNamesFor('mining.exclude.drops', state), [{ value: 'd1', label: 'Drop d1 · Spring Week' }]);
    assert.deepEqual(knownNamesFor('mining.exclude.keywords', state), []);
    assert.deepEqual(knownNamesFor('mining.priority', null), []);
  });

  test('are shown for ids, and meant when they are typed', () => {
    const known = knownNamesFor('mining.wishes.campaigns', state);
    assert.equal(nameOf('c1', known), 'Spring Week · Rust');
    assert.equal(nameOf('c2', known), 'c2');
    assert.equal(valueMeant(' spring week · rust ', known), 'c1');
    assert.equal(valueMeant(' Something ', known), 'Something');
  });
});
