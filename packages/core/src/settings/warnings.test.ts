import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings, type Settings } from './settings.ts';
import { settingWarnings } from './warnings.ts';

type Groups = { readonly [Group in keyof Settings]?: Partial<Settings[Group]> };

function settingsWith(change: Groups): Settings {
  const settings = defaultSettings();
  return {
    ...settings,
    mining: { ...settings.mining, ...change.mining },
    discovery: { ...settings.discovery, ...change.discovery },
    twitch: { ...settings.twitch, ...change.twitch },
  };
}

const none = { games: [], campaigns: [], drops: [], keywords: [] };
const wishing = (games: Settings['mining']['wishes']['games']) => ({ wishes: { games, campaigns: {}, drops: {} } });
const noBenefits = { DIRECT_ENTITLEMENT: false, BADGE: false, EMOTE: false, CODE: false, UNKNOWN: false };

describe('the owner is warned', () => {
  const cases: [string, Groups, readonly RegExp[]][] = [
    ['of nothing by default', {}, []],
    [
      'of an empty list when only listed games are wanted',
      { mining: { mode: 'priority_only' } },
      [/mining\.priority is empty/],
    ],
    ['not of a list that has a game', { mining: { mode: 'priority_only', priority: ['Rust'] } }, []],
    [
      'of a game both wanted and excluded',
      { mining: { priority: ['Rust'], exclude: { ...none, games: ['rUST '] } } },
      [/^Rust is both in/],
    ],
    [
      'of a game listed twice',
      { mining: { priority: ['Rust', 'Ark', 'rust'] } },
      [/^rust is in mining\.priority more than once/],
    ],
    [
      'of two wishes for one game',
      { mining: wishing({ Rust: 'must', Ark: 'want', 'RUST ': 'never' }) },
      [/^mining\.wishes\.games says must for Rust and never for RUST , which are the same: never counts/],
    ],
    ['not of the same wish twice', { mining: wishing({ Rust: 'must', RUST: 'must' }) }, []],
    [
      'of two wishes for one campaign',
      { mining: { wishes: { games: {}, campaigns: { Week: 'fill', WEEK: 'must' }, drops: {} } } },
      [/^mining\.wishes\.campaigns says fill for Week/],
    ],
    [
      'of a listed game that is never wanted',
      { mining: { priority: ['Rust'], ...wishing({ rust: 'never' }) } },
      [/^Rust is in mining\.priority, but mining\.wishes\.games says never/],
    ],
    [
      'of an excluded game with a wish',
      { mining: { exclude: { ...none, games: ['Rust'] }, ...wishing({ rust: 'must' }) } },
      [/^Rust has a wish in mining\.wishes\.games, but/],
    ],
    [
      'not of an excluded game that is never wanted',
      { mining: { exclude: { ...none, games: ['Rust'] }, ...wishing({ rust: 'never' }) } },
      [],
    ],
    [
      'when every hour is paused',
      { mining: { pausedHours: ['22:00-12:00', '10:00-22:00'] } },
      [/^mining\.pausedHours leaves no hour/],
    ],
    ['not when an hour is left', { mining: { pausedHours: ['Mon-Sat 00:00-24:00', 'Sun 01:00-24:00'] } }, []],
    ['when every reward is switched off', { mining: { benefits: noBenefits } }, [/nothing will be mined/]],
    ['not when one kind is left', { mining: { benefits: { ...noBenefits, CODE: true } } }, []],
    ['of a catalogue without an address', { discovery: { catalogue: true } }, [/catalogueUrl is empty/]],
    ['of a custom client without an id', { twitch: { client: 'custom' } }, [/customClientId is empty/]],
    [
      'of an id that has no effect',
      { twitch: { customClientId: 'x'.repeat(30) } },
      [/no effect while twitch\.client is tv/],
    ],
    [
      'of several things at once',
      { mining: { mode: 'priority_only', benefits: noBenefits } },
      [/priority is empty/, /switched off/],
    ],
  ];
  for (const [name, change, expected] of cases) {
    it(name, () => {
      const warnings = settingWarnings(settingsWith(change));
      assert.equal(warnings.length, expected.length, warnings.join('\n'));
      for (const [index, pattern] of expected.entries()) assert.match(warnings[index] ?? '', pattern);
    });
  }
});
