import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changePeerSettings } from './peer-settings.ts';
import { recognisePeerSettings } from './peers.ts';
import { formatRangermixSettings, parseRangermixSettings } from './rangermix-settings.ts';
import { formatTdmSettings, parseTdmSettings, tdmFields } from './tdm-settings.ts';

/** Peers 1.1, the example. */
const example = `{
    "autostart_tray": false,
    "available_drops_check": false,
    "connection_quality": 1,
    "dark_mode": false,
    "enable_badges_emotes": false,
    "exclude": {"__type": "set", "data": []},
    "language": "English",
    "priority": ["Sample Game"],
    "priority_mode": {"__type": "PriorityMode", "data": 0},
    "proxy": {"__type": "URL", "data": ""},
    "tray_notifications": true
}
`;

function changed(text: string, values: Readonly<Record<string, unknown>>): string {
  const parsed = parseTdmSettings(text);
  assert.ok(parsed.ok);
  return formatTdmSettings({ ...parsed.value, values: { ...parsed.value.values, ...values } });
}

function changedRangermix(text: string, values: Readonly<Record<string, unknown>>): string {
  const parsed = parseRangermixSettings(text);
  assert.ok(parsed.ok);
  return formatRangermixSettings({ ...parsed.value, values: { ...parsed.value.values, ...values } });
}

describe('TDM’s settings', () => {
  it('are read without their wrappers', () => {
    const parsed = parseTdmSettings(example);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value.values, {
      autostart_tray: false,
      available_drops_check: false,
      connection_quality: 1,
      dark_mode: false,
      enable_badges_emotes: false,
      exclude: [],
      language: 'English',
      priority: ['Sample Game'],
      priority_mode: 0,
      proxy: '',
      tray_notifications: true,
    });
  });
  it('are changed inside their wrappers, in the way that the file is written', () => {
    const text = changed(example, {
      exclude: ['Café "X"'],
      priority: ['A', 'B'],
      priority_mode: 2,
      proxy: 'http://h:1',
    });
    assert.equal(
      text,
      example
        .replace('"set", "data": []', '"set", "data": ["Caf\\u00e9 \\"X\\""]')
        .replace('["Sample Game"]', '["A", "B"]')
        .replace('"data": 0', '"data": 2')
        .replace('"URL", "data": ""', '"URL", "data": "http://h:1"'),
    );
  });
  it('keep a set that has the same members in another order', () => {
    const text = '{"exclude": {"data": ["b", "a"], "__type": "set"}, "priority": []}';
    assert.equal(changed(text, { exclude: ['a', 'b'] }), text);
    assert.equal(changed(text, { exclude: ['a'] }), text.replace('["b", "a"]', '["a"]'));
  });
  it('write letters as they are, where the file does', () => {
    const text = '{\n    "priority": [\n        "Pokémon"\n    ]\n}';
    assert.equal(changed(text, { priority: ['Ōkami'] }), '{\n    "priority": [\n        "Ōkami"\n    ]\n}');
  });
  it('get what is missing where it belongs by its name, wrapped', () => {
    const text = '{\n    "dark_mode": false,\n    "priority": []\n}';
    assert.equal(
      changed(text, { exclude: ['A'], tray_notifications: true, autostart_tray: false }),
      `{
    "autostart_tray": false,
    "dark_mode": false,
    "exclude": {
        "__type": "set",
        "data": [
            "A"
        ]
    },
    "priority": [],
    "tray_notifications": true
}`,
    );
  });
  it('get it last where the names have no order, and alone where there is nothing', () => {
    assert.equal(changed('{"b":1,"a":2}', { dark_mode: true }), '{"b":1,"a":2,"dark_mode":true}');
    assert.equal(changed('{}', { dark_mode: true }), '{\n    "dark_mode": true\n}');
  });
  it('keep line ends, numbers, unknown names and wrappers of types that are not known', () => {
    const text =
      '{\r\n\t"future": {"__type": "Thing", "data": 1.50},\r\n\t"big": 12345678901234567890,\r\n\t"dark_mode": false\r\n}\r\n';
    assert.equal(changed(text, { dark_mode: true }), text.replace('false', 'true'));
  });
  it('get a wrapper where a value of the wrong form stood', () => {
    assert.equal(
      changed('{"priority_mode": "none"}', { priority_mode: 1 }),
      '{"priority_mode": {"__type": "PriorityMode", "data": 1}}',
    );
  });
  it('of two values with one name the last counts, as in Python', () => {
    assert.equal(
      changed('{"dark_mode": true, "dark_mode": false}', { dark_mode: true }),
      '{"dark_mode": true, "dark_mode": true}',
    );
  });
});

describe('rangermix’ settings', () => {
  it('change within an object only where it differs', () => {
    const text =
      '{\n  "mining_benefits": {"UNKNOWN": true,   "BADGE": true, "EMOTE": true, "DIRECT_ENTITLEMENT": true},\n  "games_to_watch": ["Pokémon"]\n}';
    const benefits = { BADGE: false, DIRECT_ENTITLEMENT: true, EMOTE: true, UNKNOWN: true };
    assert.equal(
      changedRangermix(text, { mining_benefits: benefits }),
      text.replace('"BADGE": true', '"BADGE": false'),
    );
  });
  it('replace an object whose names changed', () => {
    const text = '{"inventory_filters": {"old": true}, "games_to_watch": []}';
    const expected = '{"inventory_filters": {"new": false, "names": ["A", "B"]}, "games_to_watch": []}';
    assert.equal(changedRangermix(text, { inventory_filters: { new: false, names: ['A', 'B'] } }), expected);
  });
});

describe('changes', () => {
  it('are refused with a sentence for everything that does not fit, and never name a secret', () => {
    const parsed = parseTdmSettings(example);
    assert.ok(parsed.ok);
    const changes = { connection_quality: 9, priority: 'A', proxy: 'sam:hunter2', colour: 1, toString: 2 };
    const result = changePeerSettings(parsed.value, tdmFields, changes);
    assert.ok(!result.ok);
    assert.deepEqual(result.failure, [
      'It has no setting "colour".',
      'It has no setting "toString".',
      'connection_quality: expected a whole number from 1 to 6, found 9.',
      'priority: expected a list of at most 2000 names, found "A".',
      'proxy: expected the address of a proxy, or nothing, found something else.',
    ]);
  });
});

describe('a file that is no settings', () => {
  const files: readonly (readonly [string, string, RegExp])[] = [
    ['an empty one', ' \n', /but the file is empty/],
    ['one with a mistake', '{"priority": [,]}', /^It is not JSON: something is wrong in line 1, column 15/],
    ['one that is cut', '{"priority": ["A"', /^It is not JSON/],
    ['one with comments', '{"priority": [] /* mine */}', /^It is not JSON/],
    ['one with Python’s NaN', '{"priority": NaN}', /^It is not JSON/],
    ['a list', '["priority"]', /A JSON object .* was expected, found array/],
    ['one of neither', '{"name": "x"}', /Settings of TDM .* or of rangermix .* were expected, but this is neither/],
    ['one that is nested without end', `{"a":${'['.repeat(100_000)}`, /not nested more than 40 times/],
    ['one that is far too large', `{"a":"${'x'.repeat(1_100_000)}"}`, /at most 1000000 characters/],
  ];
  for (const [name, text, expected] of files) {
    it(`${name}, is refused with a sentence`, () => {
      const result = recognisePeerSettings(text);
      assert.match(result.ok ? 'taken' : result.failure, expected);
    });
  }
  it('never has its secrets quoted', () => {
    const result = recognisePeerSettings('{"proxy": "http://sam:hunter2@h:1" oops}');
    assert.ok(!result.ok && !result.failure.includes('hunter2'));
  });
});
