import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayFact } from './say-fact.ts';

test('a death is said with its reason and when it is mended, so that a terminal shows it', () => {
  const why = 'It was ended by SIGKILL: somebody killed it.';
  assert.deepEqual(sayFact({ kind: 'childRestartPlanned', attempt: 2, delayMs: 17_900, why }), {
    level: 'person',
    sentence: `${why} It is started again in 18 s.`,
  });
  assert.deepEqual(sayFact({ kind: 'childGivenUp', why: 'It died ten times.', deaths: 10 }), {
    level: 'person',
    sentence: 'Given up: It died ten times.',
  });
});

test('limits are told in the units in which they are set', () => {
  const memory = sayFact({ kind: 'resourceWarned', what: 'memory', value: 139_563_008, limit: 67_108_864 });
  assert.equal(memory?.sentence, 'It takes 133 MB of memory; 64 MB are its limit.');
  const cpu = sayFact({ kind: 'resourceWarned', what: 'cpu', value: 88.8, limit: 10 });
  assert.equal(cpu?.sentence, 'It uses 89 % of a core; 10 % are its limit.');
});

test('what a miner says itself, and what follows from something else, is not said twice', () => {
  assert.equal(sayFact({ kind: 'childPhaseChanged', from: 'starting', to: 'running' }), null);
  assert.equal(sayFact({ kind: 'loggedOut' } as never), null);
  assert.equal(sayFact({ kind: 'toString' } as never), null);
});
