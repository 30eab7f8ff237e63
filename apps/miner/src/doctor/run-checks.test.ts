import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from './check.ts';
import { type Finding, ok } from './finding.ts';
import { type CheckResult, runChecks } from './run-checks.ts';
import { openDoctorWorld } from './testing/doctor-world.ts';

const limits = { atOnce: 2, timeoutMs: 20_000 };

function checkOf(name: string, run: Check['run']): Check {
  return { group: 'this machine', name, run };
}

test('results come in the order of the checks, whichever is done first', async () => {
  await using world = await openDoctorWorld();
  const slow = Promise.withResolvers<readonly Finding[]>();
  const told: string[] = [];
  const running = runChecks(
    [
      checkOf('slow', () => slow.promise),
      checkOf('quick', async () => {
        slow.resolve([ok('done')]);
        return [ok('done')];
      }),
    ],
    world.context,
    limits,
    new AbortController().signal,
    ({ check }) => told.push(check.name),
  );
  await running;
  assert.deepEqual(told, ['slow', 'quick']);
});

test('a check that never answers is over when its time is, and is told to stop', async () => {
  await using world = await openDoctorWorld();
  const results: CheckResult[] = [];
  let stopped = false;
  const silent = checkOf('silent', (_context, signal) => {
    signal.addEventListener('abort', () => {
      stopped = true;
    });
    return new Promise(() => {});
  });
  const running = runChecks([silent], world.context, limits, new AbortController().signal, (result) =>
    results.push(result),
  );
  await world.clock.advance(limits.timeoutMs);
  await running;
  assert.match(results[0]?.findings[0]?.sentence ?? '', /no answer within 20 s/);
  assert.equal(stopped, true);
});

test('a check that throws is a finding, and the others are run', async () => {
  await using world = await openDoctorWorld();
  const results: CheckResult[] = [];
  const throwing = checkOf('throwing', () => Promise.reject(new Error('the roof leaks.')));
  const fine = checkOf('fine', async () => [ok('dry')]);
  await runChecks([throwing, fine], world.context, limits, new AbortController().signal, (result) =>
    results.push(result),
  );
  assert.match(results[0]?.findings[0]?.sentence ?? '', /the roof leaks\.$/);
  assert.equal(results[0]?.findings[0]?.needsMending, true);
  assert.equal(results[1]?.findings[0]?.verdict, 'ok');
});

test('no more checks run at a time than the limit says', async () => {
  await using world = await openDoctorWorld();
  let running = 0;
  let most = 0;
  const checks = Array.from({ length: 6 }, (_, index) =>
    checkOf(`check ${index}`, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return [ok('done')];
    }),
  );
  await runChecks(checks, world.context, limits, new AbortController().signal, () => {});
  assert.equal(most, limits.atOnce);
});

test('stopping ends it at once', async () => {
  await using world = await openDoctorWorld();
  const stop = new AbortController();
  const reason = new Error('enough');
  const silent = checkOf('silent', () => new Promise(() => {}));
  const running = runChecks([silent], world.context, limits, stop.signal, () => {});
  stop.abort(reason);
  await assert.rejects(running, reason);
});
