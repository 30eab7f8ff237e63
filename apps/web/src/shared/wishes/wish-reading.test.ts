import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SettingsView, SettingView } from '@dropwise/contract';
import type { Wishes } from '@dropwise/core';
import { buildCampaign, buildDrop } from '../testing/build-views.ts';
import { readGameWish, readWish, readWishSettings } from './wish-reading.ts';

function setting(key: string, value: unknown, origin: SettingView['origin'] = 'file'): SettingView {
  const env = key.toUpperCase();
  return {
    key,
    group: 'mining',
    value,
    default: {},
    origin,
    env,
    doc: '',
    expected: '',
    secret: false,
    restart: false,
  };
}

function settingsWith(...settings: SettingView[]): SettingsView {
  return { settings, problems: [], warnings: [], revision: 1 };
}

const none: Wishes = { games: {}, campaigns: {}, drops: {} };
const drop = buildDrop('d-1');
const campaign = buildCampaign('c-1', { drops: [drop] });

describe('the settings of wishes', () => {
  it('are read from their three maps, without what no wish is', () => {
    const read = readWishSettings(
      settingsWith(
        setting('mining.wishes.games', { Rust: 'must', Ark: 'perhaps' }),
        setting('mining.priority', ['Rust', 5]),
      ),
    );
    assert.deepEqual(read.wishes, { ...none, games: { Rust: 'must' } });
    assert.deepEqual(read.priority, ['Rust']);
    assert.equal(read.lockedBy, null);
  });
  it('name the variable that decides instead of the page', () => {
    const read = readWishSettings(settingsWith(setting('mining.wishes.drops', {}, 'environment')));
    assert.equal(read.lockedBy, 'MINING.WISHES.DROPS');
  });
});

describe('a wish', () => {
  it('is that of the drop, then of the campaign, then of the game', () => {
    const wishes: Wishes = {
      games: { lanterns: 'fill' },
      campaigns: { 'campaign C-1': 'must' },
      drops: { 'd-1': 'never' },
    };
    const settings = { wishes, priority: [] };
    assert.deepEqual(readWish(campaign, drop, settings), { wish: 'never', of: 'drop', excluded: false });
    assert.deepEqual(readWish(campaign, null, settings), { wish: 'must', of: 'campaign', excluded: false });
    assert.deepEqual(readGameWish('Lanterns', settings), { wish: 'fill', of: 'game', excluded: false });
  });
  it('that nobody said is want for listed games, and for all where none is listed', () => {
    assert.equal(readGameWish('Lanterns', { wishes: none, priority: [] }).wish, 'want');
    assert.equal(readGameWish('Lanterns', { wishes: none, priority: [' LANTERNS'] }).wish, 'want');
    assert.equal(readGameWish('Lanterns', { wishes: none, priority: ['Rust'] }).wish, 'fill');
  });
  it('counts for nothing where an exclusion stands above it', () => {
    const whyNot = { code: 'excluded-keyword', sentence: '', value: 'x', link: null };
    const settings = { wishes: { ...none, drops: { 'd-1': 'must' } } as Wishes, priority: [] };
    assert.deepEqual(readWish(campaign, { id: 'd-1', whyNot }, settings), { wish: 'never', of: null, excluded: true });
  });
});
