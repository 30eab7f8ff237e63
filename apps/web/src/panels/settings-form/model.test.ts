import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { misfitsOf, newWarningsOf, warningsOf } from './check-changes.ts';
import { findSettings } from './find-settings.ts';
import {
  controlOf,
  isChanged,
  isHeldAbove,
  rowsOf,
  stillMeant,
  undoOf,
  wantedValue,
  withChange,
  withoutChange,
} from './setting-rows.ts';
import { allRows, rowFor } from './testing/rows.ts';
import { type ValueWords, valueText } from './value-text.ts';

const minutes = rowFor('maintenance.reloadMinutes', { kind: 'number', min: 15, max: 1_440 });
const priority = rowFor('mining.priority', { kind: 'list', maxLength: 1_000 });
const proxy = rowFor('network.proxy', { value: '[set]', origin: 'file' });

describe('a draft', () => {
  test('holds what differs, and loses what is as it was', () => {
    const changed = withChange({}, minutes, 30);
    assert.deepEqual(changed, { 'maintenance.reloadMinutes': 30 });
    assert.equal(wantedValue(minutes, changed), 30);
    assert.deepEqual(withChange(changed, minutes, 60), {});
    assert.deepEqual(withoutChange(changed, 'maintenance.reloadMinutes'), {});
  });

  test('asks for the default by leaving the file', () => {
    const own = rowFor('maintenance.reloadMinutes', { value: 30, origin: 'file' });
    const changed = withChange({}, own, 60);
    assert.deepEqual(changed, { 'maintenance.reloadMinutes': null });
    assert.equal(wantedValue(own, changed), 60);
  });

  test('of a secret holds what was typed, and taking away only what is set', () => {
    assert.deepEqual(withChange({}, proxy, 'http://x'), { 'network.proxy': 'http://x' });
    assert.deepEqual(withChange({}, proxy, null), { 'network.proxy': null });
    assert.deepEqual(withChange({}, rowFor('network.proxy'), null), {});
  });

  test('drops what was changed elsewhere to the same, and what nobody may change any more', () => {
    const changes = {
      'maintenance.reloadMinutes': 30,
      'mining.priority': ['Rust'],
      'network.proxy': 'http://x',
      gone: 1,
    };
    const now = [
      rowFor('maintenance.reloadMinutes', { value: 30, origin: 'file' }),
      rowFor('mining.priority', { origin: 'environment' }),
      proxy,
    ];
    assert.deepEqual(stillMeant(changes, now), { 'network.proxy': 'http://x' });
    const same = { 'network.proxy': 'http://x' };
    assert.equal(stillMeant(same, now), same);
  });

  test('is undone by what was there before, without secrets', () => {
    const own = rowFor('maintenance.reloadMinutes', { value: 30, origin: 'file' });
    const undo = undoOf([own, priority, proxy], ['maintenance.reloadMinutes', 'mining.priority', 'network.proxy']);
    assert.deepEqual(undo, { 'maintenance.reloadMinutes': 30, 'mining.priority': null });
  });
});

test('a setting has the control that fits it', () => {
  const controls = [
    [rowFor('mining.mode', { kind: 'choice' }), 'choice'],
    [priority, 'order'],
    [rowFor('mining.exclude.games', { kind: 'list' }), 'names'],
    [rowFor('mining.pausedHours', { kind: 'list' }), 'hours'],
    [rowFor('notifications.quietHours', { kind: 'list' }), 'hours'],
    [rowFor('mining.timeZone'), 'zone'],
    [rowFor('mining.wishes.games', { kind: 'choiceMap' }), 'wishes'],
    [rowFor('watching.transports', { kind: 'choiceList' }), 'choices'],
    [rowFor('console.metrics', { kind: 'boolean' }), 'switch'],
    [minutes, 'number'],
    [proxy, 'secret'],
    [rowFor('console.host'), 'text'],
  ] as const;
  for (const [row, control] of controls) assert.equal(controlOf(row.field), control, row.field.key);
});

test('what stands above the file is held, and what is as by default is not changed', () => {
  assert.equal(isHeldAbove(rowFor('console.port', { origin: 'environment' })), true);
  assert.equal(isHeldAbove(rowFor('console.port', { origin: 'file' })), false);
  assert.equal(isChanged(rowFor('console.port', { value: 8080, origin: 'file' })), false);
  assert.equal(isChanged(rowFor('console.port', { value: 9000, origin: 'environment' })), true);
  assert.deepEqual(rowsOf([priority.field], [minutes.view]), []);
});

describe('a value that does not fit', () => {
  test('is told what does, in a message where there is one', () => {
    const misfits = misfitsOf(allRows(minutes, priority), { 'maintenance.reloadMinutes': 5, 'mining.priority': [''] });
    assert.deepEqual(misfits['maintenance.reloadMinutes'], {
      key: 'settings.expected.number',
      values: { min: 15, max: 1_440 },
      otherwise: 'Expected a whole number from 15 to 1440.',
    });
    assert.equal(misfits['mining.priority']?.key, 'settings.expected.names');
  });

  test('of hours is told which line it is', () => {
    const misfits = misfitsOf(allRows(rowFor('mining.pausedHours', { kind: 'list' })), {
      'mining.pausedHours': ['at night'],
    });
    assert.match(misfits['mining.pausedHours']?.otherwise ?? '', /in "at night", write two times/);
    assert.equal(misfits['mining.pausedHours']?.key, '');
  });

  test('is none where the default is asked for or nothing is changed', () => {
    assert.deepEqual(misfitsOf(allRows(minutes), { 'maintenance.reloadMinutes': null }), {});
    assert.deepEqual(misfitsOf(allRows(minutes), {}), {});
  });
});

describe('a warning', () => {
  test('comes with the change that brings it', () => {
    const rows = allRows();
    const changes = { 'mining.priority': ['Rust'], 'mining.exclude.games': ['rust'] };
    assert.deepEqual(
      newWarningsOf(rows, changes).map(({ code, values }) => [code, values]),
      [['listed-excluded', { name: 'Rust' }]],
    );
    assert.deepEqual(newWarningsOf(rows, {}), []);
  });

  test('that holds already is not told again', () => {
    const rows = allRows(rowFor('mining.mode', { value: 'priority_only', origin: 'file' }));
    assert.deepEqual(
      warningsOf(rows, {}).map(({ code }) => code),
      ['list-empty'],
    );
    assert.deepEqual(newWarningsOf(rows, { 'maintenance.reloadMinutes': 30 }), []);
  });

  test('is not made of what does not fit', () => {
    assert.deepEqual(warningsOf(allRows(), { 'mining.mode': 7, 'mining.priority': 'Rust' }), []);
  });
});

describe('settings are found', () => {
  const rows = allRows(rowFor('console.port', { value: 9000, origin: 'file' }));
  const words: Readonly<Record<string, string>> = { 'mining.pausedHours': 'Pausierte Stunden für Müde' };
  const find = (
    query: string,
    onlyChanged = false,
    groups: readonly string[] | null = null,
    changes = {},
  ): readonly string[] =>
    findSettings(rows, { query, onlyChanged, groups }, changes, (key) => words[key] ?? '').flatMap((group) =>
      group.rows.map(({ field }) => field.key),
    );

  test('by words, key and variable, without case and accents', () => {
    assert.deepEqual(find('mude  STUNDEN'), ['mining.pausedHours']);
    assert.deepEqual(find('dropwise_port'), ['console.port']);
    assert.deepEqual(find('nothing of this'), []);
  });

  test('by group, and by what differs or is about to', () => {
    assert.deepEqual(find('', false, ['maintenance']), ['maintenance.reloadMinutes']);
    assert.deepEqual(find('', true), ['console.port']);
    assert.deepEqual(find('', true, null, { 'mining.seed': 2 }), ['mining.seed', 'console.port']);
  });
});

test('a value is told in words', () => {
  const words: ValueWords = {
    on: 'on',
    off: 'off',
    nothing: 'nothing',
    secretSet: 'set',
    secretNew: 'a new one',
    number: String,
    list: (items) => items.join(' and '),
    more: (shown, count) => `${shown} + ${count}`,
    choice: (_field, choice) => choice.toUpperCase(),
    wish: (name, wish) => `${name}=${wish}`,
    name: (value) => (value === 'id-1' ? 'Spring Week' : value),
  };
  const tell = (row: typeof minutes, value: unknown): string => valueText(row.field, value, words);
  assert.equal(tell(minutes, 1_000), '1000');
  assert.equal(tell(priority, []), 'nothing');
  assert.equal(tell(priority, ['id-1', 'Ark']), 'Spring Week and Ark');
  assert.equal(tell(priority, [...'abcdefghij']), 'a, b, c, d, e, f, g, h + 2');
  assert.equal(
    tell(rowFor('mining.wishes.games', { kind: 'choiceMap', choices: ['must'] }), { Rust: 'must' }),
    'Rust=MUST',
  );
  assert.equal(tell(rowFor('mining.mode', { choices: ['plan'] }), 'plan'), 'PLAN');
  assert.equal(tell(rowFor('console.metrics'), false), 'off');
  assert.equal(tell(rowFor('console.basePath'), ''), 'nothing');
  // Stars and digits of a cron line would change places in a sentence from right to left.
  assert.equal(tell(rowFor('backup.schedule'), '30 4 * * 0'), '\u206630 4 * * 0\u2069');
  assert.deepEqual(
    [null, '[set]', 'socks5://x'].map((value) => tell(proxy, value)),
    ['nothing', 'set', 'a new one'],
  );
});
