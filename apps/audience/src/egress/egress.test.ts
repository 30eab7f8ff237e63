import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { EgressSettings, ProxySetting } from '../config/run-settings.ts';
import { CountingMeter } from '../wire/testing/routes.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { Egress } from './egress.ts';
import { createEgressPool } from './egress-pool.ts';
import { planEgress } from './plan-egress.ts';

function proxyOf(name: string, weight = 1, budgetBytes: number | null = null): ProxySetting {
  return { scheme: 'http', host: name, port: 3128, credentials: null, name, weight, budgetBytes };
}

function settingsOf(changes: Partial<EgressSettings> = {}): EgressSettings {
  return { proxies: [proxyOf('a'), proxyOf('b')], directShare: 0.1, onProxyLoss: 'report', ...changes };
}

test('viewers are shared out by weight exactly, in any row of them, whatever the seed and the shards', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      weights,
      fc.integer({ min: 1, max: 500 }),
      fc.nat(),
      fc.nat({ max: 1_000 }),
      (given, viewers, seed, from) => {
        const proxies = given.map((weight, index) => proxyOf(`p${index}`, weight));
        const plan = planEgress({ proxies, directShare: 0.1 }, viewers, seed);
        const found = new Array<number>(given.length + 1).fill(0);
        for (let index = from; index < from + viewers; index++) {
          const way = plan.egressOf(index);
          found[way] = (found[way] ?? 0) + 1;
        }
        assert.deepEqual(found, plan.counts);
        assert.equal(plan.counts[0], Math.max(viewers >= 4 ? 2 : 0, Math.round(viewers * 0.1)));
        const rest = viewers - (plan.counts[0] ?? 0);
        const sum = given.reduce((all, weight) => all + weight, 0);
        for (const [index, weight] of given.entries()) {
          assert.ok(Math.abs((plan.counts[index + 1] ?? 0) - (rest * weight) / sum) < 1);
        }
        assert.equal(planEgress({ proxies, directShare: 0.1 }, viewers, seed).egressOf(from), plan.egressOf(from));
      },
    ),
    { seed: 7 },
  );
});

test('the first viewers alternate, and each shard has some of every way', () => {
  const { egressOf } = planEgress(settingsOf(), 1_000, 3);
  for (const shards of [2, 3, 4, 5, 8, 10]) {
    for (let shard = 0; shard < shards; shard++) {
      const found = new Set(Array.from({ length: Math.ceil(200 / shards) }, (_, i) => egressOf(i * shards + shard)));
      assert.equal(found.size, 3, `shard ${shard} of ${shards}`);
    }
  }
  const early = Array.from({ length: 20 }, (_, index) => egressOf(index));
  for (const way of [1, 2]) assert.ok(Math.abs(early.filter((found) => found === way).length - 9) <= 1);
});

test('without proxies all go directly; without a share nobody does; a small share is still a baseline', () => {
  assert.deepEqual(planEgress({ proxies: [], directShare: 0 }, 7, 1).counts, [7]);
  assert.deepEqual(planEgress({ proxies: [proxyOf('a')], directShare: 0 }, 7, 1).counts, [0, 7]);
  assert.deepEqual(planEgress({ proxies: [proxyOf('a')], directShare: 0.01 }, 10, 1).counts, [2, 8]);
  assert.deepEqual(planEgress({ proxies: [proxyOf('a')], directShare: 0.01 }, 3, 1).counts, [0, 3]);
  assert.deepEqual(planEgress({ proxies: [proxyOf('a')], directShare: 1 }, 5, 1).counts, [5, 0]);
});

test('a breaker opens after five failures in a row within ten seconds', () => {
  const breaker = new CircuitBreaker();
  for (let i = 0; i < 4; i++) breaker.failed(i);
  breaker.worked(5);
  for (let i = 0; i < 4; i++) breaker.failed(10 + i * 3_000);
  assert.equal(breaker.state(9_100), 'closed');
  breaker.failed(10_010);
  assert.equal(breaker.state(10_010), 'closed', 'the first of the five is ten seconds old');
  breaker.failed(10_020);
  assert.equal(breaker.state(10_020), 'open');
  assert.equal(breaker.admits(20_019), false);
});

test('half-open lets one probe through: it closes the breaker, opens it again, or is given up', () => {
  const opened = (): CircuitBreaker => {
    const breaker = new CircuitBreaker();
    for (let i = 0; i < 5; i++) breaker.failed(0);
    return breaker;
  };
  const back = opened();
  assert.equal(back.admits(9_999), false);
  assert.equal(back.state(10_000), 'half-open');
  assert.deepEqual([back.admits(10_000), back.admits(10_001)], [true, false]);
  back.worked(10_050);
  assert.equal(back.admits(10_051), true);
  assert.equal(back.state(10_051), 'closed');

  const gone = opened();
  assert.equal(gone.admits(10_000), true);
  gone.failed(10_100);
  assert.equal(gone.state(20_099), 'open');
  assert.equal(gone.admits(20_100), true);
  assert.deepEqual([gone.admits(30_099), gone.admits(30_100)], [false, true], 'a probe that said nothing');
});

test('what was under way before the breaker opened does not close it', () => {
  const breaker = new CircuitBreaker();
  for (let i = 0; i < 5; i++) breaker.failed(0);
  breaker.worked(100);
  assert.equal(breaker.state(100), 'open');
});

function egressOf(changes: Partial<ConstructorParameters<typeof Egress>[0]> = {}) {
  let nowMs = 0;
  const meter = new CountingMeter();
  const { scheme, host, port, credentials } = proxyOf('a');
  const egress = new Egress({
    name: 'a',
    proxy: { scheme, host, port, credentials },
    budgetBytes: null,
    meter,
    now: () => nowMs,
    ...changes,
  });
  return { egress, meter, advance: (ms: number) => (nowMs += ms) };
}

test('only the proxy’s own failures take it out', () => {
  const { egress, advance } = egressOf();
  for (const failureClass of ['http_5xx', 'reset', 'ttfb_timeout', 'tls', 'truncated', 'http_4xx']) {
    for (let i = 0; i < 9; i++) egress.failed(failureClass, 0);
  }
  assert.deepEqual([egress.isOpen, egress.state, egress.note], [true, 'closed', null]);
  for (let i = 0; i < 3; i++) egress.failed('proxy_timeout', 0);
  for (let i = 0; i < 2; i++) egress.failed('proxy_refused', 0);
  assert.deepEqual([egress.isOpen, egress.state], [false, 'open']);
  advance(10_000);
  assert.equal(egress.state, 'half-open');
  assert.equal(egress.state, 'half-open', 'looking takes no probe');
  assert.deepEqual([egress.isOpen, egress.isOpen], [true, false]);
});

test('credentials that are refused once are not tried again', () => {
  const { egress, advance } = egressOf();
  egress.failed('proxy_auth', 0);
  advance(3_600_000);
  egress.worked(3_600_000);
  assert.deepEqual([egress.isOpen, egress.state], [false, 'refused']);
  assert.match(egress.note ?? '', /credentials/);
});

test('a budget counts both ways, and closes the way when it is spent', () => {
  const { egress, meter } = egressOf({ budgetBytes: 1_000 });
  egress.meter.read(600);
  egress.meter.written(399);
  assert.equal(egress.isOpen, true);
  egress.meter.read(1);
  assert.deepEqual([egress.isOpen, egress.state], [false, 'spent']);
  assert.deepEqual([meter.readBytes, meter.writtenBytes], [601, 399]);
});

test('the direct way is never taken out', () => {
  const { egress } = egressOf({ proxy: null });
  for (let i = 0; i < 9; i++) egress.failed('proxy_refused', 0);
  egress.failed('proxy_auth', 0);
  assert.deepEqual([egress.isOpen, egress.state], [true, 'closed']);
});

function poolOf(settings: EgressSettings, shard = { index: 0, count: 1 }, viewers = 100) {
  return createEgressPool({ settings, viewers, seed: 3, shard, meterOf: () => new CountingMeter(), now: () => 0 });
}

test('a viewer whose proxy is lost stays lost, or takes another proxy where that is wanted, never the baseline', () => {
  for (const onProxyLoss of ['report', 'move'] as const) {
    const pool = poolOf(settingsOf({ onProxyLoss }));
    const indexes = Array.from({ length: 100 }, (_, index) => index);
    const mine = indexes.filter((index) => pool.vantageOf(index).name === 'a');
    pool.all.find(({ name }) => name === 'a')?.failed('proxy_auth', 0);
    const now = new Set(mine.map((index) => pool.vantageOf(index).name));
    assert.deepEqual([...now], [onProxyLoss === 'move' ? 'b' : 'a']);
    pool.all.find(({ name }) => name === 'b')?.failed('proxy_auth', 0);
    assert.deepEqual([...new Set(mine.map((index) => pool.vantageOf(index).name))], ['a']);
  }
});

test('shards share a budget by their viewers, and together never have more than it', () => {
  const settings = settingsOf({ proxies: [proxyOf('a', 1, 1_000_000)] });
  for (const [viewers, count] of [
    [100, 4],
    [3, 8],
    [7, 2],
  ] as const) {
    const parts = Array.from({ length: count }, (_, index) => {
      const egress = poolOf(settings, { index, count }, viewers).all[1];
      assert.ok(egress);
      let spent = 0;
      while (egress.isOpen) {
        egress.meter.read(1_000);
        spent += 1_000;
      }
      return spent;
    });
    const total = parts.reduce((all, part) => all + part, 0);
    assert.ok(total <= 1_000_000 + count * 1_000 && total > 980_000, `${total}`);
    assert.ok(parts.every((part) => part > 0));
  }
});
