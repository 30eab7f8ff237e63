import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SettingField } from '@dropwise/contract';
import { settingDefinitions } from '@dropwise/core';
import { settingFieldOf } from './setting-field.ts';

function field(key: string): SettingField {
  const definition = settingDefinitions.find((each) => each.key === key);
  assert.ok(definition !== undefined, key);
  return settingFieldOf(definition);
}

describe('what a form knows of a setting', () => {
  const cases: [string, Partial<SettingField>][] = [
    ['mining.badgesAndEmotesUnlinked', { kind: 'boolean', choices: null, owner: 'miner', default: true }],
    ['maintenance.reloadMinutes', { kind: 'number', min: 15, max: 1_440 }],
    ['console.port', { kind: 'number', min: 0, max: 65_535, owner: 'console', restart: true, env: 'DROPWISE_PORT' }],
    ['twitch.socket', { kind: 'choice', choices: ['pubsub', 'hermes'] }],
    ['watching.transports', { kind: 'choiceList', choices: ['spade', 'hls', 'gql'], maxLength: 3 }],
    ['mining.priority', { kind: 'list', choices: null, maxLength: 1_000 }],
    ['mining.pausedHours', { kind: 'list', choices: null, maxLength: 50 }],
    ['mining.wishes.games', { kind: 'choiceMap', choices: ['must', 'want', 'fill', 'never'] }],
    ['mining.timeZone', { kind: 'text', maxLength: 100 }],
    ['console.basePath', { kind: 'text', maxLength: 500 }],
    ['network.proxy', { kind: 'text', secret: true, flag: null, default: null }],
  ];
  for (const [key, expected] of cases) {
    it(`${key} is ${expected.kind}`, () => {
      const found = field(key);
      for (const [name, value] of Object.entries(expected))
        assert.deepEqual(found[name as keyof SettingField], value, name);
    });
  }
  it('a number always has its bounds, a choice its choices', () => {
    for (const { key, kind, min, max, choices } of settingDefinitions.map(settingFieldOf)) {
      if (kind === 'number') assert.ok(min !== null && max !== null, key);
      if (kind === 'choice' || kind === 'choiceList' || kind === 'choiceMap')
        assert.ok((choices?.length ?? 0) > 1, key);
    }
  });
});
