import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Said } from '@dropwise/core';
import { importPeerSettings, type PeerImport } from './import-settings.ts';

const sentencesOf = (notes: Said): readonly string[] => notes.map(({ sentence }) => sentence);

function imported(settings: object): PeerImport {
  const result = importPeerSettings(JSON.stringify(settings));
  assert.ok(result.ok, result.ok ? '' : result.failure);
  return result.value;
}

describe('settings of TDM', () => {
  it('become ours', () => {
    const { peer, changes, notes } = imported({
      priority: ['Sample Game', ' Other Game ', ''],
      exclude: { __type: 'set', data: ['Bad Game'] },
      priority_mode: { __type: 'PriorityMode', data: 1 },
      proxy: { __type: 'URL', data: 'http://sam:hunter2@10.0.0.1:8080' },
      enable_badges_emotes: true,
      available_drops_check: true,
      connection_quality: 3,
    });
    assert.equal(peer, 'tdm');
    assert.deepEqual(changes, {
      'mining.priority': ['Sample Game', 'Other Game'],
      'mining.exclude.games': ['Bad Game'],
      'mining.mode': 'ending_soonest',
      'network.proxy': 'http://sam:hunter2@10.0.0.1:8080',
      'mining.badgesAndEmotesUnlinked': true,
      'discovery.availableDrops': true,
      'network.connectionQuality': 3,
    });
    assert.deepEqual(sentencesOf(notes), ['mining.priority: 1 empty names were left out.']);
  });
  it('each mode has its counterpart', () => {
    const modes = [0, 1, 2].map((data) => imported({ priority: [], priority_mode: { __type: 'PriorityMode', data } }));
    assert.deepEqual(
      modes.map(({ changes }) => changes['mining.mode']),
      ['priority_only', 'ending_soonest', 'low_availability'],
    );
  });
  it('that have no counterpart are named', () => {
    const { changes, notes } = imported({
      priority: [],
      language: 'English',
      dark_mode: true,
      autostart_tray: true,
      tray_notifications: true,
      enable_badges_emotes: false,
      shiny: 1,
    });
    assert.deepEqual(Object.keys(changes), ['mining.priority', 'mining.badgesAndEmotesUnlinked']);
    for (const name of [
      'language',
      'dark_mode',
      'autostart_tray',
      'tray_notifications',
      'enable_badges_emotes',
      'shiny',
    ]) {
      assert.ok(
        notes.some(({ sentence }) => sentence.includes(name)),
        name,
      );
    }
  });
  it('that do not fit are left out with a sentence, never with a secret', () => {
    const { changes, notes } = imported({
      priority: 'Sample Game',
      exclude: { __type: 'set', data: [] },
      priority_mode: { __type: 'PriorityMode', data: 9 },
      proxy: { __type: 'URL', data: 'ftp://sam:hunter2@h:1' },
    });
    assert.deepEqual(changes, { 'mining.exclude.games': [] });
    assert.equal(notes.length, 3);
    assert.ok(
      notes.some(({ sentence }) => /^network\.proxy stays as it is.*an http, https or socks5 URL/.test(sentence)),
    );
    assert.ok(!JSON.stringify(notes).includes('hunter2'));
  });
});

describe('settings of rangermix', () => {
  it('become ours', () => {
    const { peer, changes, notes } = imported({
      games_to_watch: ['Sample Game'],
      mining_benefits: { BADGE: false, DIRECT_ENTITLEMENT: true, EMOTE: false, UNKNOWN: true },
      minimum_refresh_interval_minutes: 30,
      proxy: 'socks5://10.0.0.1:1080',
      connection_quality: 2,
    });
    assert.equal(peer, 'rangermix');
    assert.deepEqual(changes, {
      'mining.priority': ['Sample Game'],
      'mining.mode': 'priority_only',
      'mining.benefits.BADGE': false,
      'mining.benefits.DIRECT_ENTITLEMENT': true,
      'mining.benefits.EMOTE': false,
      'mining.benefits.UNKNOWN': true,
      'maintenance.reloadMinutes': 30,
      'network.proxy': 'socks5://10.0.0.1:1080',
      'network.connectionQuality': 2,
    });
    assert.deepEqual(sentencesOf(notes), [
      'Rewards that come as a code are of their own kind here: mining.benefits.CODE stays as it is.',
    ]);
  });
  it('are moved into our limits, with a word about it', () => {
    const { changes, notes } = imported({ games_to_watch: [], minimum_refresh_interval_minutes: 5 });
    assert.equal(changes['maintenance.reloadMinutes'], 15);
    assert.ok(sentencesOf(notes).includes('maintenance.reloadMinutes is 15 and not 5: it goes from 15 to 1440.'));
    assert.ok(notes.some(({ sentence }) => sentence.startsWith('games_to_watch is empty')));
  });
});
