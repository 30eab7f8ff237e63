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
