import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AnyFact } from '@dropwise/contract';
import { dropId } from '@dropwise/kit';
import { maxWaiting } from './delivery-lane.ts';
import { openHookListener } from './testing/hook-listener.ts';
import { hookTo, minuteMs, openBench } from './testing/open-bench.ts';

function claimed(number: number): AnyFact {
  return {
    kind: 'dropClaimed',
    dropId: dropId(`drop-${number}`),
    dropName: `Key ${number}`,
    campaignId: null,
    campaignName: 'Spring Week',
    gameName: 'Rust',
    benefitNames: [],
    attempts: 1,
    by: 'claim',
  };
}

const givenUp: AnyFact = { kind: 'childGivenUp', why: 'It died five times.', deaths: 5 };

describe('a fact', () => {
  it('is told where it is wanted, and what became of it is in the log', async () => {
    await using hook = await openHookListener();
    await using other = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    await bench.channels.add(hookTo(other.url, { rules: ['loginNeeded'] }));
    await bench.channels.add(hookTo(other.url, { enabled: false }));
    bench.tell(claimed(1));
    await bench.clock.advance(minuteMs);
    await bench.until(() => bench.deliveries[0]?.state === 'delivered');
    assert.deepEqual([hook.titles, other.titles], [['Claimed: Key 1'], []]);
    const [row] = bench.deliveries;
    assert.deepEqual([row?.rule, row?.attempts, row?.detail], ['dropClaimed', 1, 'The webhook took it.']);
    assert.equal(bench.deliveries.length, 1);
  });

  it('that needs somebody at once is told at once', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    bench.tell(givenUp);
    await hook.received(1);
    assert.equal(hook.bodies[0]?.urgent, true);
  });

  it('of the console itself is told too', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    bench.tell({ kind: 'backupFailed', problem: 'the disk is full' }, 'console');
    await bench.clock.advance(minuteMs);
    await hook.received(1);
    assert.deepEqual(hook.titles, ['A backup failed']);
  });
});

describe('a message that does not arrive', () => {
  it('is sent again later and later, until it does', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = 503;
    bench.tell(givenUp);
    await bench.until(() => bench.deliveries[0]?.attempts === 1);
    assert.equal(bench.deliveries[0]?.state, 'waiting');
    await bench.clock.advance(minuteMs);
    await bench.until(() => bench.deliveries[0]?.attempts === 2);
    hook.status = 200;
    await bench.clock.advance(2 * minuteMs);
    await bench.until(() => bench.deliveries[0]?.state === 'delivered');
    assert.equal(hook.bodies.length, 3);
  });

  it('waits as long as the other side says, and so does what comes after it', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = 429;
    hook.retryAfter = '600';
    bench.tell(givenUp);
    await bench.until(() => bench.deliveries[0]?.attempts === 1);
    hook.status = 200;
    bench.tell(claimed(1));
    await bench.clock.advance(9 * minuteMs);
    assert.equal(hook.bodies.length, 1);
    await bench.clock.advance(2 * minuteMs);
    await bench.until(() => bench.deliveries.every(({ state }) => state === 'delivered'));
    assert.equal(hook.bodies.length, 3);
  });

  it('is given up when the other side refuses it', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = 404;
    bench.tell(givenUp);
    await bench.until(() => bench.deliveries[0]?.state === 'failed');
    await bench.clock.advance(600 * minuteMs);
    assert.equal(hook.bodies.length, 1);
  });

  it('is given up after a day', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = 503;
    bench.tell(givenUp);
    await bench.clock.advance(25 * 60 * minuteMs);
    const triedCount = hook.bodies.length;
    await bench.clock.advance(25 * 60 * minuteMs);
    assert.equal(hook.bodies.length, triedCount);
    assert.equal(bench.deliveries[0]?.state, 'failed');
    assert.match(bench.deliveries[0]?.detail ?? '', /^Given up after a day/);
    const elapsed = (bench.deliveries[0]?.lastAttemptAt ?? 0) - (bench.deliveries[0]?.at ?? 0);
    assert.ok(elapsed <= 24 * 60 * minuteMs && elapsed > 20 * 60 * minuteMs, `after ${elapsed} ms`);
  });

  it('makes room when too many wait', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    bench.settings = { ...bench.settings, notifications: { ...bench.settings.notifications, repeatMinutes: 1 } };
    hook.status = 503;
    for (let number = 0; number < maxWaiting + 5; number++) {
      bench.tell(claimed(number));
      await bench.clock.advance(minuteMs);
    }
    const states = bench.deliveries.map(({ state }) => state);
    assert.deepEqual(
      [states.filter((state) => state === 'failed').length, states.filter((state) => state === 'waiting').length],
      [5, maxWaiting],
    );
    assert.match(bench.deliveries.at(-1)?.detail ?? '', /oldest was given up/);
  });

  it('is given up when its channel is removed or switched off', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    const added = await bench.channels.add(hookTo(hook.url));
    assert.ok(added.ok);
    hook.status = 503;
    bench.tell(givenUp);
    await bench.until(() => bench.deliveries[0]?.attempts === 1);
    await bench.channels.replace(added.value.id, hookTo(hook.url, { enabled: false }));
    await bench.until(() => bench.deliveries[0]?.state === 'failed');
    assert.equal(bench.deliveries[0]?.detail, 'The channel was switched off.');
  });
});

describe('a restart', () => {
  it('takes up what waits, with its link', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = 503;
    bench.tell(claimed(1));
    await bench.clock.advance(minuteMs / 2);
    assert.equal(bench.deliveries[0]?.attempts, 1);
    hook.status = 200;
    await bench.restart();
    await bench.clock.advance(minuteMs);
    await bench.until(() => bench.deliveries[0]?.state === 'delivered');
    const [first, again] = hook.bodies.map(({ sentAt: _sentAt, ...body }) => body);
    assert.deepEqual(again, first);
    assert.equal(bench.deliveries.length, 1);
  });

  it('loses nothing that was gathered, and does not tell it twice', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    bench.tell(claimed(1));
    await bench.notifier[Symbol.asyncDispose]();
    await bench.clock.advance(minuteMs);
    assert.deepEqual([hook.titles, bench.deliveries[0]?.state], [[], 'waiting'], 'what has ended sends no more');
    await bench.restart();
    bench.tell(claimed(1));
    await bench.clock.advance(5 * minuteMs);
    await bench.until(() => bench.deliveries[0]?.state === 'delivered');
    assert.deepEqual(hook.titles, ['Claimed: Key 1']);
  });

  it('loses nothing that quiet hours hold back', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    bench.settings = {
      ...bench.settings,
      notifications: { ...bench.settings.notifications, quietHours: ['11:00-13:00'] },
    };
    bench.tell(claimed(1));
    await bench.clock.advance(5 * minuteMs);
    await bench.restart();
    assert.deepEqual(bench.deliveries, []);
    await bench.clock.advance(60 * minuteMs);
    await hook.received(1);
    assert.deepEqual(hook.titles, ['While it was quiet: 1 drop claimed']);
  });

  it('gives up what is older than a day, or has lost its channel', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    const added = await bench.channels.add(hookTo(hook.url));
    assert.ok(added.ok);
    const { writer } = bench.store;
    const at = bench.clock.now();
    writer.addDelivery({ at, channelId: 'gone', rule: 'dropClaimed', title: 'a', text: 'a' });
    writer.addDelivery({
      at: at - 25 * 60 * minuteMs,
      channelId: added.value.id,
      rule: 'dropClaimed',
      title: 'b',
      text: 'b',
    });
    await bench.restart();
    assert.deepEqual(
      bench.deliveries.map(({ state, detail }) => [state, detail]),
      [
        ['failed', 'Given up after a day: Dropwise was not running.'],
        ['failed', 'The channel was removed.'],
      ],
    );
    assert.deepEqual(hook.bodies, []);
  });

  it('during a try leaves it waiting', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    await bench.channels.add(hookTo(hook.url));
    hook.status = null;
    bench.tell(givenUp);
    await hook.received(1);
    await bench.notifier[Symbol.asyncDispose]();
    assert.deepEqual(
      bench.deliveries.map(({ state, attempts }) => [state, attempts]),
      [['waiting', 0]],
    );
  });

  it('keeps what was told to itself', async () => {
    await using bench = await openBench();
    bench.tell(claimed(1));
    await bench.notifier[Symbol.asyncDispose]();
    const path = join(bench.folder, 'memory.json');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.match(await readFile(path, 'utf8'), /"told"/);
  });
});

describe('a test', () => {
  it('goes to a saved channel and into the log', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    const added = await bench.channels.add(hookTo(hook.url, { enabled: false, rules: [] }));
    assert.ok(added.ok);
    const sent = await bench.notifier.sendTest({ id: added.value.id, channel: null });
    assert.ok(sent.ok);
    assert.equal(sent.value.kind, 'delivered');
    assert.deepEqual(hook.titles, ['A test from Dropwise']);
    assert.deepEqual(
      bench.deliveries.map(({ rule, state }) => [rule, state]),
      [['test', 'delivered']],
    );
  });

  it('goes to a form with the secrets that are saved, and is not in the log', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    const added = await bench.channels.add(hookTo(hook.url));
    assert.ok(added.ok);
    const channel = { kind: 'webhook', config: { url: '[set]', headers: {} } };
    const sent = await bench.notifier.sendTest({ id: added.value.id, channel });
    assert.ok(sent.ok && sent.value.kind === 'delivered');
    assert.equal(hook.bodies.length, 1);
  });

  it('that fails is not tried again, and quotes no answer', async () => {
    await using hook = await openHookListener();
    await using bench = await openBench();
    hook.status = 503;
    const sent = await bench.notifier.sendTest({ id: null, channel: { kind: 'webhook', config: { url: hook.url } } });
    assert.ok(sent.ok);
    assert.equal(sent.value.kind, 'retry');
    assert.doesNotMatch(JSON.stringify(sent.value), /planted|test from/);
    await bench.clock.advance(60 * minuteMs);
    assert.equal(hook.bodies.length, 1);
  });

  it('of nothing is refused', async () => {
    await using bench = await openBench();
    assert.ok(!(await bench.notifier.sendTest({ id: null, channel: null })).ok);
    assert.ok(!(await bench.notifier.sendTest({ id: 'none', channel: null })).ok);
    assert.ok(!(await bench.notifier.sendTest({ id: null, channel: { kind: 'pigeon', config: {} } })).ok);
  });
});
