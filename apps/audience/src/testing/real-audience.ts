import { type CounterName, type LoadPlan, planRun, Recorder, type Snapshot, TimerWheel } from '@dropwise/load';
import { WheelDriver } from '../run/wheel-driver.ts';
import { type Audience, createAudience } from '../viewer/audience.ts';
import type { ViewerSettings } from '../viewer/shard-world.ts';
import { createDirectVantage } from '../viewer/vantage.ts';
import type { Transport } from '../wire/transport.ts';
import type { TransportOptions } from '../wire/transport-options.ts';
import { createOpenGate } from './open-gate.ts';

export interface RealAudience extends AsyncDisposable {
  readonly audience: Audience;
  snapshot(): Snapshot;
  count(counter: CounterName): number;
  failures(): Readonly<Record<string, number>>;
}

export interface RealAudienceOptions {
  readonly url: string;
  readonly viewers: number;
  readonly createTransport: (options: TransportOptions) => Transport;
  readonly settings?: Partial<ViewerSettings>;
}

/** Viewers over real sockets in real time; started at once. */
export function startRealAudience({ url, viewers, createTransport, settings }: RealAudienceOptions): RealAudience {
  const now = (): number => performance.now();
  const wheel = new TimerWheel(now());
  const driver = new WheelDriver(wheel, now);
  const identity = { userAgent: 'dropwise-audience/test (run run-1)', runId: 'run-1' };
  const transport = createTransport({ identity, now, timers: wheel });
  const recorder = new Recorder();
  const noRendition = recorder.series('direct', '');
  const direct = createDirectVantage({
    read: (bytes) => noRendition.count('wire_read_bytes', bytes),
    written: (bytes) => noRendition.count('wire_written_bytes', bytes),
  });
  const audience = createAudience({
    plan: plan(viewers),
    transport,
    gate: createOpenGate(),
    wheel,
    recorder,
    now,
    wallNow: Date.now,
    runId: identity.runId,
    vantageOf: () => direct,
    settings: {
      url,
      rendition: { kind: 'lowest' },
      lowLatency: true,
      startSegments: 1,
      resyncTargetDurations: 8,
      onEnd: 'finish',
      cmcd: false,
      egress: { onProxyLoss: 'report' },
      ...settings,
    },
  });
  driver.start();
  audience.start(now());
  const snapshot = (): Snapshot => {
    audience.settle();
    return recorder.snapshot();
  };
  return {
    audience,
    snapshot,
    count: (counter) => snapshot().series.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0),
    failures: () => Object.fromEntries(snapshot().failures.map(({ class: name, count }) => [name, count])),
    async [Symbol.asyncDispose]() {
      audience.stop();
      await transport.close();
      driver[Symbol.dispose]();
    },
  };
}

function plan(viewers: number): LoadPlan {
  const load = { shape: 'constant', joinOverMs: 100, stay: { kind: 'to-the-end' } } as const;
  return planRun({ viewers, durationMs: null, load }, 1);
}
