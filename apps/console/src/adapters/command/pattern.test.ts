import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observe } from '../lines/fact-fields.ts';
import { checkPatterns, compilePattern } from './pattern.ts';

function read(pattern: string, fact: string, line: string) {
  const compiled = compilePattern({ pattern, fact });
  assert.ok(compiled.ok, compiled.ok ? '' : compiled.failure);
  return compiled.value.read(line);
}

describe('a pattern', () => {
  it('gives its groups to the fields of the same name, and null to the others', () => {
    assert.deepEqual(
      read('Watching (?<login>\\w+) for (?<game>.+)', 'channelChosen', '12:00 Watching bluehat for Sample Game'),
      observe('channelChosen', { login: 'bluehat', game: 'Sample Game' }),
    );
    assert.equal(read('Watching (?<login>\\w+)', 'channelChosen', 'Sleeping'), null);
  });
  it('reads numbers, lists and choices, and null where they do not fit', () => {
    assert.deepEqual(
      read('(?<minutes>\\S+) of (?<requiredMinutes>\\S+) by (?<by>\\S+)', 'minuteConfirmed', '17 of many by socket'),
      observe('minuteConfirmed', { minutes: 17, requiredMinutes: null, by: 'socket' }),
    );
    assert.deepEqual(
      read('got (?<benefitNames>.+) by (?<by>\\w+)', 'dropClaimed', 'got Blue Hat, Red Hat,, by magic'),
      observe('dropClaimed', { benefitNames: ['Blue Hat', 'Red Hat'], by: null }),
    );
    assert.deepEqual(
      read('(?<accepted>yes|no)', 'progressContradicted', 'no'),
      observe('progressContradicted', { accepted: false }),
    );
  });
  it('may be no more than a sign of life', () => {
    assert.equal(read('^tick', 'alive', 'tick 5'), 'alive');
    assert.equal(read('^tick', 'alive', 'tock'), null);
  });
  it('cannot take long on any line, though it would for ever elsewhere', () => {
    const line = `${'a'.repeat(1_900)}!${'a'.repeat(100_000)}`;
    for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*a){12}x', '(?<login>(a*)*)b']) {
      const compiled = compilePattern({ pattern, fact: 'alive' });
      assert.ok(compiled.ok);
      assert.equal(compiled.value.read(line), null);
    }
  });
});

describe('a pattern is refused with a sentence', () => {
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['(', 'alive', /^Pattern 1 \(\(\): a regular expression was expected, found missing closing \)/],
    ['(?=x)', 'alive', /Look-around such as \(\?=…\) and back-references such as \\1 are left out/],
    ['(.)\\1', 'alive', /a regular expression was expected/],
    ['((a{100}){100}){100}', 'alive', /a regular expression was expected|too large/],
    ['(\\pL{200}\\pN{200}){20}', 'alive', /a regular expression was expected|too large/],
    ['x', 'dropClaimd', /there is no fact "dropClaimd"\. Did you mean dropClaimed\?/],
    ['x', 'constructor', /there is no fact "constructor"\./],
    [
      '(?<channel>x)',
      'channelChosen',
      /channelChosen has no field "channel"\. Name the group after one of: channelId, login, game/,
    ],
    ['(?<bySource>x)', 'campaignsDiscovered', /has no field "bySource"/],
    ['(?<kind>x)', 'becameIdle', /has no field "kind"/],
  ];
  for (const [pattern, fact, expected] of refused) {
    it(`${pattern} as ${fact}`, () => {
      const problems = checkPatterns([{ pattern, fact }]);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', expected);
    });
  }
  it('each, by its place', () => {
    const problems = checkPatterns([
      { pattern: 'a', fact: 'alive' },
      { pattern: '(', fact: 'alive' },
      { pattern: 'b', fact: 'nothing' },
    ]);
    assert.deepEqual(
      problems.map((problem) => problem.slice(0, 9)),
      ['Pattern 2', 'Pattern 3'],
    );
  });
  it('none, where all fit', () =>
    assert.deepEqual(checkPatterns([{ pattern: '(?P<login>x)', fact: 'manualStarted' }]), []));
});
