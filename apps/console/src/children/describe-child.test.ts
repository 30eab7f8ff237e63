import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inOtherWords, sentenceOf } from '@dropwise/core';
import type { ChildPhase } from '@dropwise/core/supervision';
import { describeChild } from './describe-child.ts';

const stopping = { kind: 'stopping', since: 0, next: 'stay', why: [], killed: false } as const;
const phases: readonly (readonly [string, ChildPhase, RegExp, RegExp])[] = [
  ['stopped', { kind: 'stopped', since: 0 }, /^It is stopped, and stays so/, /^Start it\.$/],
  ['starting', { kind: 'starting', since: 0 }, /^It is starting\.$/, /^$/],
  ['ready', { kind: 'ready', since: 0 }, /^It is up; nothing was seen/, /^$/],
  ['running', { kind: 'running', since: 0 }, /^It runs\.$/, /^$/],
  ['degraded', { kind: 'degraded', since: 0, why: inOtherWords('It limps.') }, /^It limps\.$/, /^$/],
  ['being stopped', stopping, /^It is being stopped\.$/, /^$/],
  ['restarted', { ...stopping, next: 'start' }, /^It is being stopped\. Then it is started again\.$/, /^$/],
  [
    'hanging',
    { ...stopping, next: 'restart', why: [inOtherWords('It hangs.')] },
    /^It hangs\. It is being stopped\. Then/,
    /^$/,
  ],
  ['being killed', { ...stopping, killed: true }, /is being killed\.$/, /^$/],
  [
    'waiting',
    { kind: 'backingOff', since: 0, until: 1, why: [inOtherWords('It last said: no cookie')] },
    /said: no cookie\. It is started again by itself\.$/,
    /^$/,
  ],
  [
    'given up',
    { kind: 'givenUp', since: 0, why: [inOtherWords('It ended.')] },
    /^It ended\. It is not started again/,
    /then start it\.$/,
  ],
];

describe('a child that is', () => {
  for (const [what, phase, sentence, todo] of phases) {
    test(`${what} has its sentence and the step that helps`, () => {
      const found = describeChild(phase, true);
      assert.match(found.sentence, sentence);
      assert.match(found.todo, todo);
      assert.equal(sentenceOf(found.said), found.sentence);
      assert.equal(sentenceOf(found.todoSaid), found.todo);
    });
  }

  test('stopped because it is not enabled asks for nothing', () => {
    const { sentence, todo } = describeChild({ kind: 'stopped', since: 0 }, false);
    assert.deepEqual([sentence, todo], ['It is stopped, and is not started with the console.', '']);
  });
});
