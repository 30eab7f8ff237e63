import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVirtualAudience } from '../testing/virtual-audience.ts';
import type { Vantage } from './vantage.ts';

const proxy = { scheme: 'http', host: '127.0.0.1', port: 1, credentials: null } as const;

class SwitchableVantage implements Vantage {
  readonly name: string;
  readonly proxy = proxy;
  readonly meter = { read() {}, written() {} };
  readonly told: string[] = [];
  isOpen = true;

  constructor(name: string) {
    this.name = name;
  }

  worked(): void {
    this.told.push('worked');
  }

  failed(failureClass: string): void {
    this.told.push(failureClass);
  }
}

test('viewers of a way that was taken out are reported lost within a segment, the others play on', () => {
  const ways = [new SwitchableVantage('a'), new SwitchableVantage('b')] as const;
  const lab = startVirtualAudience({ viewers: 10, vantageOf: (index) => ways[index % 2 === 0 ? 0 : 1] });
  lab.run(10_000);
  ways[0].isOpen = false;
  lab.run(12_100);
  const { lost, playing } = lab.audience.counts();
  assert.deepEqual({ lost, playing }, { lost: 5, playing: 5 });
  lab.run(30_000);
  assert.equal(lab.count('sessions_lost'), 5);
  assert.equal(lab.count('midstream_failures'), 0);
  assert.equal(lab.audience.counts().lost, 5);
});

test('where losing a proxy means to move, its viewers join again by another way', () => {
  const ways = [new SwitchableVantage('a'), new SwitchableVantage('b')] as const;
  const lab = startVirtualAudience({
    viewers: 4,
    settings: { egress: { onProxyLoss: 'move' } },
    vantageOf: (index) => (index % 2 === 0 && ways[0].isOpen ? ways[0] : ways[1]),
  });
  lab.run(10_000);
  ways[0].isOpen = false;
  lab.run(30_000);
  assert.equal(lab.count('sessions_lost'), 2);
  assert.equal(lab.count('sessions'), 6);
  assert.equal(lab.audience.counts().playing, 4);
});

test('a way is told what came of every exchange over it', () => {
  const way = new SwitchableVantage('a');
  const lab = startVirtualAudience({ vantageOf: () => way });
  lab.run(6_000);
  const worked = way.told.length;
  assert.ok(worked > 4);
  lab.origin.frozenUntilMs = Infinity;
  lab.run(30_000);
  assert.ok(way.told.slice(worked).includes('ttfb_timeout'));
});
