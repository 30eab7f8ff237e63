import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SettingsView, SettingView } from '@dropwise/contract';
import { buildCampaign } from '../../shared/testing/build-views.ts';
import { exclude, readExcluding, takeBack } from './exclusion.ts';

function settingsOf(campaigns: unknown, games: unknown = [], origin: SettingView['origin'] = 'file'): SettingsView {
  const setting = (scope: string, value: unknown): SettingView => ({
    key: `mining.exclude.${scope}`,
    group: 'mining',
    value,
    default: [],
    origin,
    env: `DROPWISE_${scope}`,
    doc: '',
    expected: '',
    secret: false,
    restart: false,
  });
  return {
    settings: [setting('campaigns', campaigns), setting('games', games)],
    problems: [],
    warnings: [],
    revision: 1,
  };
}

const campaign = buildCampaign('c-1', { name: 'Summer Week', game: 'Rust' });

describe('a campaign', () => {
  it('is excluded by its id and comes back however it was named', () => {
    assert.deepEqual(exclude(settingsOf(['other']), 'campaigns', campaign), {
      'mining.exclude.campaigns': ['other', 'c-1'],
    });
    const named = settingsOf(['other', ' SUMMER week', 'C-1']);
    assert.equal(readExcluding(named, campaign).by, 'campaigns');
    assert.deepEqual(takeBack(named, 'campaigns', campaign), { 'mining.exclude.campaigns': ['other'] });
  });
  it('is excluded once, however often that is asked', () => {
    assert.deepEqual(exclude(settingsOf(['Summer Week']), 'campaigns', campaign), {
      'mining.exclude.campaigns': ['c-1'],
    });
  });
  it('is excluded with all of its game', () => {
    assert.deepEqual(exclude(settingsOf([]), 'games', campaign), { 'mining.exclude.games': ['Rust'] });
    assert.equal(readExcluding(settingsOf(['c-1'], ['rust']), campaign).by, 'games');
  });
  it('that a word keeps out can only be taken back in the settings', () => {
    const whyNot = { code: 'excluded-keyword', sentence: '', value: 'week', link: null };
    assert.equal(readExcluding(settingsOf([]), { ...campaign, whyNot }).by, 'keywords');
  });
  it('is not the page’s to exclude where a variable says what is', () => {
    assert.equal(readExcluding(settingsOf([], [], 'environment'), campaign).lockedBy, 'DROPWISE_campaigns');
    assert.equal(readExcluding(settingsOf([]), campaign).lockedBy, null);
  });
});
