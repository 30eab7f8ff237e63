// One shard by itself, measured from inside: `viewer-program.ts <url> <viewers> <joinOverMs> <measureMs>`.
import { performance } from 'node:perf_hooks';
import { createRawTransport } from '@dropwise/audience/raw-transport';
import { createAudience, createDirectVantage } from '@dropwise/audience/viewer';
import { WheelDriver } from '@dropwise/audience/wheel-driver';
import { mergePulses, type Pulse, percentileOf, planRun, Recorder, type Snapshot, TimerWheel } from '@dropwise/load';
import type { ViewerFigures } from './viewer-figures.ts';

const [url = '', viewersText = '', joinOverText = '', measureText = ''] = process.argv.slice(2);
const viewers = Number(viewersText);
const now = (): number => performance.now();

const wheel = new TimerWheel(now());
const recorder = new Recorder();
const wire = { readBytes: 0 };
const meter = {
  read: (bytes: number): void => {
    wire.readBytes += bytes;
  },
  written() {},
};
const direct = createDirectVantage(meter);
const identity = { userAgent: 'dropwise-audience/bench', runId: 'bench' };
const transport = createRawTransport({ identity, now, timers: wheel });
const authority = { scheme: 'http', host: '127.0.0.1', port: Number(new URL(url).port) } as const;
const grant = { authority, addresses: ['127.0.0.1'], by: 'loopback', paths: [] } as const;
const granted = { kind: 'granted', grant } as const;
const load = { shape: 'constant', joinOverMs: Number(joinOverText), stay: { kind: 'to-the-end' } } as const;

globalThis.gc?.();
const baselineBytes = process.memoryUsage.rss();
const audience = createAudience({
  plan: planRun({ viewers, durationMs: null, load }, 1),
  transport,
  // Loopback alone, by its address; the connector looks at the peer again.
  gate: { lookUp: () => granted, ask: (_url, _proxy, answered) => answered() },
  wheel,
  recorder,
  now,
  wallNow: Date.now,
  runId: identity.runId,
  vantageOf: () => direct,
  settings: {
    url,
    rendition: { kind: 'adaptive' },
    lowLatency: false,
    startSegments: 1,
    resyncTargetDurations: 8,
    onEnd: 'finish',
    cmcd: false,
    egress: { onProxyLoss: 'report' },
  },
});
const driver = new WheelDriver(wheel, now);
driver.start();
audience.start(now());

setTimeout(begin, Number(joinOverText) + 4000);

/** A shard's own watch, as it is kept in a run; the first pulse, of the time before, is left out. */
const pulses: Pulse[] = [];
const pulseEveryMs = 1000;
const settleEveryMs = 50;

function begin(): void {
  recorder.pulse();
  const before = look();
  const settling = setInterval(() => audience.settleShare(pulseEveryMs / settleEveryMs), settleEveryMs);
  const pulsing = setInterval(() => pulses.push(recorder.pulse()), pulseEveryMs);
  setTimeout(() => {
    const after = look();
    clearInterval(settling);
    clearInterval(pulsing);
    pulses.push(recorder.pulse());
    process.stdout.write(`${JSON.stringify(figuresBetween(before, after))}\n`);
    audience.stop();
    void transport.close().then(() => {
      driver[Symbol.dispose]();
      process.disconnect?.();
    });
  }, Number(measureText));
}

interface Look {
  readonly atMs: number;
  readonly cpu: NodeJS.CpuUsage;
  readonly loop: ReturnType<typeof performance.eventLoopUtilization>;
  readonly snapshot: Snapshot;
}

function look(): Look {
  return {
    snapshot: recorder.snapshot(),
    atMs: now(),
    cpu: process.cpuUsage(),
    loop: performance.eventLoopUtilization(),
  };
}

function figuresBetween(before: Look, after: Look): ViewerFigures {
  const cpu = process.cpuUsage(before.cpu);
  const cpuUs = cpu.user + cpu.system;
  const seconds = (after.atMs - before.atMs) / 1000;
  const attempts = countOf(after.snapshot, 'attempts') - countOf(before.snapshot, 'attempts');
  const segments = countOf(after.snapshot, 'segments') - countOf(before.snapshot, 'segments');
  const steady = mergePulses(pulses);
  const { joining, playing, stalled, failed } = audience.counts();
  globalThis.gc?.();
  return {
    viewers: joining + playing + stalled,
    seconds,
    cpuPercent: cpuUs / 10_000 / seconds,
    userPercent: cpu.user / 10_000 / seconds,
    loopUtilization: performance.eventLoopUtilization(after.loop, before.loop).utilization,
    rssPerViewerKb: (process.memoryUsage.rss() - baselineBytes) / 1000 / viewers,
    requestsPerSecond: attempts / seconds,
    segmentsPerSecond: segments / seconds,
    cpuPerRequestUs: cpuUs / attempts,
    toolLagP99Ms: percentileOf(steady, 'tool_lag', 99),
    ttfbSentP99Ms: percentileOf(steady, 'ttfb_sent', 99),
    ttfbDueP99Ms: percentileOf(steady, 'ttfb_due', 99),
    stalls: countOf(after.snapshot, 'stalls'),
    failedViewers: failed,
    failures: after.snapshot.failures.reduce((sum, { count }) => sum + count, 0),
    parses: audience.parses,
  };
}

function countOf(snapshot: Snapshot, counter: 'attempts' | 'segments' | 'stalls'): number {
  return snapshot.series.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);
}
