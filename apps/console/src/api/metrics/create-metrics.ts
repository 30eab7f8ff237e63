import type { AudienceCurrent } from '@dropwise/contract';
import { type ReasonLevel, reasonLevels } from '@dropwise/core';
import type { StoreReader } from '@dropwise/store';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Fleet } from '../../children/fleet.ts';
import type { HealthWatch } from '../health/health-watch.ts';
import { reasonsOf } from '../health/judge-child.ts';
import { isKnownCode } from '../health/readiness.ts';
import { addAudience } from './add-audience.ts';

export interface MetricsSource {
  readonly version: string;
  readonly fleet: Pick<Fleet, 'list'>;
  readonly health: Pick<HealthWatch, 'health' | 'readiness'>;
  readonly reader: Pick<StoreReader, 'totals'>;
  readonly liveClientCount: () => number;
  /** Facts and lines that wait to be written. */
  readonly ingestQueueLength: () => number;
  /** The audience that is on; null = none. */
  readonly audience: () => AudienceCurrent | null;
}

export interface Metrics {
  readonly contentType: string;
  /** The page that Prometheus reads. Everything but the durations is read from its source now. */
  text(): Promise<string>;
  noteRequest(request: { readonly method: string; readonly route: string; readonly status: number; ms: number }): void;
}

/**
 * Labels are bounded: ids of children (the owner's, at most 20) and of the run that is on, levels and codes of two tables, patterns of routes, methods
 * and classes of status. Nothing that a stranger or Twitch can choose becomes a label, and no secret is near.
 */
export function createMetrics(source: MetricsSource): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const refreshTotals = addTotals(registers, source);
  addHealth(registers, source);
  addChildren(registers, source);
  addConsole(registers, source);
  addAudience(registers, source.audience);
  const durations = new Histogram({
    name: 'dropwise_http_request_duration_seconds',
    help: 'How long answers took, by the pattern of the route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  return {
    contentType: registry.contentType,
    text: async () => {
      refreshTotals();
      return registry.metrics();
    },
    noteRequest: ({ method, route, status, ms }) => {
      durations.observe({ method: knownMethod(method), route, status: `${Math.floor(status / 100)}xx` }, ms / 1_000);
    },
  };
}

type Registers = Registry[];

/** Gives back what brings them up to date: one reading of the totals serves all of them. */
function addTotals(registers: Registers, { reader }: MetricsSource): () => void {
  const claimed = new Counter({
    name: 'dropwise_drops_claimed_total',
    help: 'Drops that were claimed since the database began.',
    registers,
  });
  const minutes = new Counter({
    name: 'dropwise_minutes_total',
    help: 'Minutes watched: confirmed by Twitch, and estimated. They are not to be added up.',
    labelNames: ['kind'],
    registers,
  });
  const stored = new Gauge({
    name: 'dropwise_stored_items',
    help: 'What the database holds.',
    labelNames: ['kind'],
    registers,
  });
  const size = new Gauge({ name: 'dropwise_store_bytes', help: 'Size of the database.', registers });
  return () => {
    const totals = reader.totals({});
    claimed.reset();
    claimed.inc(totals.claims);
    minutes.reset();
    minutes.inc({ kind: 'confirmed' }, totals.confirmedMinutes);
    minutes.inc({ kind: 'estimated' }, totals.estimatedMinutes);
    stored.set({ kind: 'facts' }, totals.facts);
    stored.set({ kind: 'lines' }, totals.lines);
    size.set(totals.sizeBytes);
  };
}

function addHealth(registers: Registers, { fleet, health }: MetricsSource): void {
  new Gauge({
    name: 'dropwise_ready',
    help: '1 when /readyz answers 200.',
    registers,
    collect() {
      this.set(health.readiness().ready ? 1 : 0);
    },
  });
  new Gauge({
    name: 'dropwise_health_level',
    help: '1 for the level that a child is at.',
    labelNames: ['child', 'level'],
    registers,
    collect() {
      this.reset();
      for (const { id } of fleet.list()) {
        const now = health.health(id)?.level ?? 'broken';
        for (const level of reasonLevels) this.set({ child: id, level }, isSame(level, now));
      }
    },
  });
  new Gauge({
    name: 'dropwise_reason',
    help: '1 for every reason that holds; /api/reasons says what they mean.',
    labelNames: ['child', 'code'],
    registers,
    collect() {
      this.reset();
      for (const { id } of fleet.list()) {
        const found = health.health(id);
        if (found === null) continue;
        for (const { code } of reasonsOf(found)) this.set({ child: id, code: isKnownCode(code) ? code : 'other' }, 1);
      }
    },
  });
}

function addChildren(registers: Registers, { fleet }: MetricsSource): void {
  type Child = ReturnType<Fleet['list']>[number];
  const gauges: readonly (readonly [name: string, help: string, read: (child: Child) => number | null])[] = [
    ['dropwise_child_up', '1 when the child runs.', ({ phase }) => (upPhases.includes(phase) ? 1 : 0)],
    ['dropwise_child_restarts', 'Starts that nobody asked for, since the console began.', (child) => child.restarts],
    ['dropwise_child_cpu_percent', 'Percent of one core.', ({ usage }) => usage?.cpuPercent ?? null],
    ['dropwise_child_resident_bytes', 'Memory.', ({ usage }) => usage?.rssBytes ?? null],
    ['dropwise_child_start_time_seconds', 'When it was started.', ({ startedAt }) => startedAt && startedAt / 1_000],
  ];
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      labelNames: ['child'],
      registers,
      collect() {
        this.reset();
        for (const child of fleet.list()) {
          const value = read(child);
          if (value !== null) this.set({ child: child.id }, value);
        }
      },
    });
  }
}

const upPhases: readonly string[] = ['ready', 'running', 'degraded'];

function addConsole(registers: Registers, source: MetricsSource): void {
  const gauges: readonly (readonly [name: string, help: string, read: () => number])[] = [
    ['dropwise_live_clients', 'Browsers and programs that are told of changes.', source.liveClientCount],
    ['dropwise_ingest_queue', 'Facts and lines that wait to be written.', source.ingestQueueLength],
    ['process_resident_memory_bytes', 'Memory of the console.', () => process.memoryUsage.rss()],
    ['process_cpu_seconds', 'Time on a core that the console has used.', readCpuSeconds],
  ];
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
  new Gauge({ name: 'dropwise_version', help: 'What runs.', labelNames: ['version'], registers }).set(
    { version: source.version },
    1,
  );
}

function readCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

function isSame(level: ReasonLevel, now: ReasonLevel): number {
  return level === now ? 1 : 0;
}

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function knownMethod(method: string): string {
  return methods.includes(method) ? method : 'other';
}
