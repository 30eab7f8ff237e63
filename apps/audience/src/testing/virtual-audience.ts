import {
  type CounterName,
  type DistributionName,
  type LoadPlan,
  planRun,
  Recorder,
  type Snapshot,
  TimerWheel,
} from '@dropwise/load';
import { type Audience, createAudience } from '../viewer/audience.ts';
import type { ViewerSettings } from '../viewer/shard-world.ts';
import { createDirectVantage, type Vantage } from '../viewer/vantage.ts';
import { createOpenGate, type OpenGate } from './open-gate.ts';
import { type Broadcast, createBroadcast } from './origin/broadcast.ts';
import { createOriginScript, type OriginScript } from './origin/origin-script.ts';
import { createVirtualTransport, type VirtualTransport } from './virtual-transport.ts';

export interface VirtualAudience {
  readonly audience: Audience;
  readonly origin: OriginScript;
  readonly transport: VirtualTransport;
  readonly gate: OpenGate;
  readonly wheel: TimerWheel;
  readonly recorder: Recorder;
  /** To this instant of virtual time, which begins at 0. */
  run(untilMs: number): void;
  now(): number;
  snapshot(): Snapshot;
  count(counter: CounterName): number;
  failures(): Readonly<Record<string, number>>;
  /** Number of values over all series. */
  values(metric: DistributionName): number;
  /** The largest, in ms or kbit/s; null = none. */
  largest(metric: DistributionName): number | null;
}

export interface VirtualAudienceOptions {
  readonly viewers?: number;
  readonly joinOverMs?: number;
  readonly broadcast?: Partial<Broadcast>;
  readonly settings?: Partial<ViewerSettings>;
  readonly plan?: LoadPlan;
  readonly vantageOf?: (index: number) => Vantage;
  /** How late every timer is, as on a real machine. Default: not at all. */
  readonly lateMs?: number;
}

export const virtualUrl = 'http://origin.test/live/index.m3u8';

/** Viewers before a scripted origin in virtual time: hours pass in moments, and every run is alike. */
export function startVirtualAudience(options: VirtualAudienceOptions = {}): VirtualAudience {
  let nowMs = 0;
  const now = (): number => nowMs;
  const wheel = new TimerWheel(0);
  // The broadcast has been on air for a while.
  const origin = createOriginScript(createBroadcast({ startMs: -60_700, ...options.broadcast }), now);
  const transport = createVirtualTransport(origin, wheel, now);
  const gate = createOpenGate();
  const recorder = new Recorder();
  const meter = { read() {}, written() {} };
  const direct = createDirectVantage(meter);
  const audience = createAudience({
    plan: options.plan ?? planConstantly(options.viewers ?? 1, options.joinOverMs ?? 0),
    transport,
    gate,
    wheel,
    recorder,
    now,
    wallNow: now,
    runId: 'run-1',
    vantageOf: options.vantageOf ?? (() => direct),
    settings: { ...usualSettings, ...options.settings },
  });
  audience.start(0);
  const snapshot = (): Snapshot => {
    audience.settle();
    return recorder.snapshot();
  };
  const distributions = (metric: DistributionName) =>
    snapshot().series.flatMap(({ distributions }) => distributions[metric] ?? []);
  return {
    audience,
    origin,
    transport,
    gate,
    wheel,
    recorder,
    now,
    run(untilMs) {
      for (let due = wheel.nextDueMs(); due !== null && due <= untilMs; due = wheel.nextDueMs()) {
        nowMs = Math.max(nowMs, Math.min(untilMs, due + (options.lateMs ?? 0)));
        wheel.runDue(nowMs);
      }
      nowMs = untilMs;
      wheel.runDue(nowMs);
    },
    snapshot,
    count: (counter) => snapshot().series.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0),
    failures: () => Object.fromEntries(snapshot().failures.map(({ class: name, count }) => [name, count])),
    values: (metric) => distributions(metric).reduce((sum, { count }) => sum + count, 0),
    largest: (metric) =>
      distributions(metric).reduce<number | null>((most, { maxGrains }) => Math.max(most ?? 0, maxGrains / 1000), null),
  };
}

const usualSettings: ViewerSettings = {
  url: virtualUrl,
  rendition: { kind: 'lowest' },
  lowLatency: true,
  startSegments: 1,
  resyncTargetDurations: 8,
  onEnd: 'finish',
  cmcd: false,
  egress: { onProxyLoss: 'report' },
};

function planConstantly(viewers: number, joinOverMs: number): LoadPlan {
  const load = { shape: 'constant', joinOverMs, stay: { kind: 'to-the-end' } } as const;
  return planRun({ viewers, durationMs: null, load }, 1);
}
