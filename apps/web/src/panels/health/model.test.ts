import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeldReasonView, WatchingView } from '@dropwise/contract';
import { actionsFor, isAboutSignIn, isOfConsole, proofOf } from './model.ts';

function reason(code: string, detail: HeldReasonView['detail'] = {}): HeldReasonView {
  return { code, level: 'degraded', sentence: 'S.', todo: '', detail, since: null };
}

const watching: WatchingView = {
  channelId: '1',
  login: 'one',
  displayName: 'One',
  game: null,
  viewers: null,
  campaignId: null,
  campaignName: null,
  since: 1_000,
  transport: null,
  lastConfirmedAt: null,
};

test('a stopped miner can be started by who may, under its own name', () => {
  assert.deepEqual(actionsFor(reason('miner-stopped'), 'my miner', true), [
    { kind: 'ask', label: 'now.do.start', path: 'api/children/my%20miner/start' },
  ]);
  assert.deepEqual(actionsFor(reason('miner-stopped'), 'miner', false), []);
});

test('a claim leads to its own link, and to the inventory where none is named', () => {
  const claim = (detail: HeldReasonView['detail']) => actionsFor(reason('claim-by-hand', detail), 'miner', false)[0];
  assert.deepEqual(claim({ link: 'https://claim.test' }), {
    kind: 'outside',
    label: 'now.do.claim',
    address: 'https://claim.test',
  });
  assert.equal(claim(null)?.kind, 'outside');
});

test('what needs no step, and what nobody knows, has none', () => {
  assert.deepEqual(actionsFor(reason('working'), 'miner', true), []);
  assert.deepEqual(actionsFor(reason('constructor'), 'miner', true), []);
});

test('who may only look is still shown where to look', () => {
  const kinds = actionsFor(reason('idle-nothing-wanted'), 'miner', false).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['page']);
});

test('the console’s own reasons are on its clock', () => {
  assert.ok(isOfConsole({ code: 'miner-stopped' }) && isOfConsole({ code: 'store-failing' }));
  assert.ok(!isOfConsole({ code: 'login-needed' }));
  assert.ok(isAboutSignIn({ code: 'login-needed' }) && !isAboutSignIn({ code: 'working' }));
});

test('the newest confirmation is the proof, wherever it is told', () => {
  const confirmed = { ...watching, lastConfirmedAt: 1_500 };
  assert.deepEqual(proofOf({ watching }, null), { kind: 'waiting', since: 1_000 });
  assert.deepEqual(proofOf({ watching: confirmed }, 1_700), { kind: 'confirmed', at: 1_700 });
  assert.deepEqual(proofOf({ watching: confirmed }, 1_200), { kind: 'confirmed', at: 1_500 });
});

test('what was confirmed on the channel before is no proof of this one', () => {
  assert.deepEqual(proofOf({ watching }, 999), { kind: 'waiting', since: 1_000 });
  assert.deepEqual(proofOf({ watching }, 1_000), { kind: 'confirmed', at: 1_000 });
});

test('where nothing is watched there is nothing to prove', () => {
  assert.deepEqual(proofOf({ watching: null }, 7), { kind: 'none' });
});
