import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChildPhaseKind, MinerView } from '@dropwise/contract';
import { reasonCodes, reasons } from '@dropwise/core';
import { buildChild, buildHealth, buildStatus, buildView } from '../testing/build-views.ts';
import { consoleReasons } from './console-reasons.ts';
import { judgeChild } from './judge-child.ts';
import { judgeReadiness, personGraceMs, type ReadinessInput, startGraceMs } from './readiness.ts';

const blind = buildView({
  health: buildHealth('catalogue-null', 'idle-no-campaigns'),
  status: buildStatus({ watching: null, catalogue: 'null' }),
  campaigns: {},
});
const withHealth = (...codes: Parameters<typeof buildHealth>) => buildView({ health: buildHealth(...codes) });
const well = { failing: null, replaced: false };

interface Row {
  readonly what: string;
  readonly phase?: ChildPhaseKind;
  readonly view?: MinerView | null;
  readonly input?: Partial<ReadinessInput>;
  readonly ready: boolean;
  readonly codes: readonly string[];
}

const rows: readonly Row[] = [
  { what: 'a miner that works', ready: true, codes: ['working'] },
  { what: 'an idle miner', view: withHealth('idle-all-earned'), ready: true, codes: ['idle-all-earned'] },
  { what: 'a paused miner', view: withHealth('idle-paused'), ready: true, codes: ['idle-paused'] },
  {
    what: 'a degraded miner',
    view: withHealth('socket-down', 'working'),
    ready: true,
    codes: ['socket-down', 'working'],
  },
  { what: 'a miner that does not count', view: withHealth('not-counting'), ready: false, codes: ['not-counting'] },
  { what: 'a revoked session', view: withHealth('session-revoked'), ready: false, codes: ['session-revoked'] },
  {
    what: 'no catalogue, but a campaign known from elsewhere',
    view: { ...blind, campaigns: buildView().campaigns },
    ready: true,
    codes: ['catalogue-null', 'idle-no-campaigns'],
  },
  { what: 'a blind miner', view: blind, ready: false, codes: ['miner-blind', 'catalogue-null', 'idle-no-campaigns'] },
  { what: 'a stopped miner', phase: 'stopped', ready: false, codes: ['miner-stopped'] },
  { what: 'a miner that is being stopped', phase: 'stopping', ready: false, codes: ['miner-stopped'] },
  { what: 'a miner between two starts', phase: 'backingOff', ready: false, codes: ['miner-restarting'] },
  { what: 'a miner that was given up', phase: 'givenUp', ready: false, codes: ['miner-given-up'] },
  {
    what: 'a degraded process',
    phase: 'degraded',
    ready: true,
    codes: ['miner-degraded', 'working'],
  },
  {
    what: 'a degraded process of a blind miner',
    phase: 'degraded',
    view: blind,
    ready: false,
    codes: ['miner-blind', 'miner-degraded', 'catalogue-null', 'idle-no-campaigns'],
  },
  { what: 'a start', phase: 'starting', view: null, ready: true, codes: ['miner-starting'] },
  { what: 'a start after a life with trouble', phase: 'starting', view: blind, ready: true, codes: ['miner-starting'] },
  { what: 'a miner that has not spoken', view: null, ready: true, codes: ['miner-silent'] },
  {
    what: 'a start within its grace',
    phase: 'starting',
    input: { startingForMs: startGraceMs },
    ready: true,
    codes: ['miner-starting'],
  },
  {
    what: 'a start beyond its grace',
    phase: 'starting',
    input: { startingForMs: startGraceMs + 1 },
    ready: false,
    codes: ['miner-not-starting', 'miner-starting'],
  },
  {
    what: 'a sign-in that is waited for',
    view: withHealth('login-needed'),
    input: { startingForMs: personGraceMs },
    ready: true,
    codes: ['login-needed'],
  },
  {
    what: 'a sign-in that nobody comes for',
    view: withHealth('login-needed'),
    input: { startingForMs: personGraceMs + 1 },
    ready: false,
    codes: ['miner-waits-for-person', 'login-needed'],
  },
  {
    what: 'a store that cannot be written to',
    input: { store: { failing: 'the disk is full', replaced: false } },
    ready: false,
    codes: ['store-failing', 'working'],
  },
  {
    what: 'a database that was set aside',
    input: { store: { failing: null, replaced: true } },
    ready: true,
    codes: ['store-replaced', 'working'],
  },
  {
    what: 'another miner that is down',
    input: { otherLevels: ['working', 'broken'] },
    ready: true,
    codes: ['other-miner-down', 'working'],
  },
  { what: 'no child at all', input: { health: null }, ready: false, codes: ['miner-stopped'] },
  {
    what: 'a code that is in no table',
    view: buildView({ health: { ...buildHealth(), code: 'nobody-knows' } }),
    ready: true,
    codes: ['other'],
  },
];

describe('readiness', () => {
  for (const { what, phase = 'running', view = buildView(), input = {}, ready, codes } of rows) {
    it(`of ${what} is ${ready}`, () => {
      const health = judgeChild(buildChild({ phase }), view);
      const answer = judgeReadiness({ health, startingForMs: null, otherLevels: [], store: well, ...input });
      assert.deepEqual([answer.ready, answer.codes], [ready, codes]);
    });
  }

  for (const code of reasonCodes) {
    it(`with ${code} follows its level`, () => {
      const health = judgeChild(buildChild(), withHealth(code));
      const answer = judgeReadiness({ health, startingForMs: 0, otherLevels: [], store: well });
      assert.equal(answer.ready, reasons[code].level !== 'broken');
    });
  }
});

describe('the console’s own reasons', () => {
  for (const [code, { sentence, todo, level, stillWorks }] of Object.entries(consoleReasons)) {
    it(`speak plainly of ${code}, whose name is not the miner’s`, () => {
      assert.ok(!(code in reasons));
      assert.match(sentence, /^[A-Z][^!]*\.$/);
      for (const text of [todo, stillWorks]) assert.match(text, /^$|^[A-Z][^!]*\.$/);
      if (level === 'broken') assert.notEqual(todo, '');
    });
  }

  it('bring along what they name, for who says them in another language', () => {
    const child = buildChild({ phase: 'backingOff', sentence: 'It ended with code 1.' });
    const health = judgeChild(child, null);
    assert.match(health.sentence, /: It ended with code 1\.$/);
    assert.deepEqual(health.detail, { detail: 'It ended with code 1.' });
    assert.deepEqual(judgeChild(buildChild(), null).detail, {});
  });
});
