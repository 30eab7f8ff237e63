import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChildEffect } from './effect.ts';
import type { ChildInput } from './input.ts';
import type { ChildPhase } from './state.ts';
import {
  ended,
  factsOf,
  into,
  limps,
  lost,
  noStart,
  ready,
  restartAsked,
  startAsked,
  stopAsked,
} from './testing/bench.ts';

type Kind = ChildPhase['kind'];

const well: ChildInput = { kind: 'troubled', why: null };
const late: ChildInput = { kind: 'timerFired', key: 'slowStart' };
const due: ChildInput = { kind: 'timerFired', key: 'restart' };
const settled: ChildInput = { kind: 'timerFired', key: 'settle' };
const graceOver: ChildInput = { kind: 'timerFired', key: 'kill' };
const reminder: ChildInput = { kind: 'timerFired', key: 'terminate' };
const sign: ChildInput = { kind: 'seen', at: 0 };

/** Every phase, everything that can happen in it: where it leads, and what is asked for. */
const transitions: readonly (readonly [Kind, string, ChildInput, Kind, readonly ChildEffect['kind'][]])[] = [
  ['stopped', 'a start', startAsked, 'starting', ['spawn']],
  ['stopped', 'a stop', stopAsked, 'stopped', []],
  ['stopped', 'a restart', restartAsked, 'starting', ['spawn']],
  ['stopped', 'a late end', ended(0), 'stopped', []],
  ['stopped', 'a late timer', due, 'stopped', []],
  ['stopped', 'a late sign of life', sign, 'stopped', []],
  ['starting', 'a start', startAsked, 'starting', []],
  ['starting', 'a stop', stopAsked, 'stopping', ['askToStop']],
  ['starting', 'a restart', restartAsked, 'stopping', ['askToStop']],
  ['starting', 'a sign of life', sign, 'starting', []],
  ['starting', 'readiness', ready, 'ready', []],
  ['starting', 'a trouble', limps, 'degraded', []],
  ['starting', 'a failure to start', noStart, 'backingOff', []],
  ['starting', 'an end', ended(1), 'backingOff', []],
  ['starting', 'the end of patience', late, 'degraded', []],
  ['starting', 'a loss', lost, 'stopping', ['askToStop']],
  ['ready', 'a start', startAsked, 'ready', []],
  ['ready', 'a stop', stopAsked, 'stopping', ['askToStop']],
  ['ready', 'a restart', restartAsked, 'stopping', ['askToStop']],
  ['ready', 'a sign of life', sign, 'running', []],
  ['ready', 'ten quiet seconds', settled, 'running', []],
  ['ready', 'a trouble', limps, 'degraded', []],
  ['ready', 'a late end of patience', late, 'ready', []],
  ['ready', 'an end', ended(0), 'backingOff', []],
  ['ready', 'a loss', lost, 'stopping', ['askToStop']],
  ['running', 'a start', startAsked, 'running', []],
  ['running', 'a stop', stopAsked, 'stopping', ['askToStop']],
  ['running', 'a restart', restartAsked, 'stopping', ['askToStop']],
  ['running', 'readiness again', ready, 'running', []],
  ['running', 'a trouble', limps, 'degraded', []],
  ['running', 'the end of no trouble', well, 'running', []],
  ['running', 'an end', ended(1), 'backingOff', []],
  ['running', 'a kill', ended(null, 'SIGKILL'), 'backingOff', []],
  ['running', 'an end that no restart helps', ended(127), 'givenUp', []],
  ['running', 'a loss', lost, 'stopping', ['askToStop']],
  ['running', 'a stray kill timer', graceOver, 'running', []],
  ['degraded', 'a start', startAsked, 'degraded', []],
  ['degraded', 'a stop', stopAsked, 'stopping', ['askToStop']],
  ['degraded', 'a restart', restartAsked, 'stopping', ['askToStop']],
  ['degraded', 'the end of the trouble', well, 'running', []],
  ['degraded', 'a sign of life', sign, 'degraded', []],
  ['degraded', 'an end', ended(1), 'backingOff', []],
  ['degraded', 'a loss', lost, 'stopping', ['askToStop']],
  ['stopping', 'a start', startAsked, 'stopping', []],
  ['stopping', 'a second stop', stopAsked, 'stopping', []],
  ['stopping', 'a restart', restartAsked, 'stopping', []],
  ['stopping', 'half the grace', reminder, 'stopping', ['terminate']],
  ['stopping', 'the end of the grace', graceOver, 'stopping', ['kill']],
  ['stopping', 'an end', ended(0), 'stopped', []],
  ['stopping', 'an end by an error', ended(4), 'stopped', []],
  ['stopping', 'a start that was called off', noStart, 'stopped', []],
  ['stopping', 'readiness', ready, 'stopping', []],
  ['stopping', 'a trouble', limps, 'stopping', []],
  ['stopping', 'a loss', lost, 'stopping', []],
  ['backingOff', 'a start', startAsked, 'starting', ['spawn']],
  ['backingOff', 'a stop', stopAsked, 'stopped', []],
  ['backingOff', 'a restart', restartAsked, 'starting', ['spawn']],
  ['backingOff', 'its time', due, 'starting', ['spawn']],
  ['backingOff', 'a late trouble', limps, 'backingOff', []],
  ['givenUp', 'a start', startAsked, 'starting', ['spawn']],
  ['givenUp', 'a stop', stopAsked, 'stopped', []],
  ['givenUp', 'a restart', restartAsked, 'starting', ['spawn']],
  ['givenUp', 'a late timer', due, 'givenUp', []],
];

describe('a child that is', () => {
  for (const [from, what, input, to, asked] of transitions) {
    test(`${from} is ${to} after ${what}`, () => {
      const bench = into[from]();
      assert.equal(bench.state.phase.kind, from);
      const toldBefore = factsOf(bench, 'childPhaseChanged').length;
      bench.send(input);
      assert.equal(bench.state.phase.kind, to);
      assert.deepEqual(bench.asked, asked);
      const told = factsOf(bench, 'childPhaseChanged').slice(toldBefore);
      assert.deepEqual(told, from === to ? [] : [{ kind: 'childPhaseChanged', from, to }]);
    });
  }
});
