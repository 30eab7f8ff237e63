import { assertNever } from '@dropwise/kit';
import {
  changeViewers,
  type LoadPlan,
  noRendition,
  planRun,
  Recorder,
  type Snapshot,
  TimerWheel,
  takeShard,
} from '@dropwise/load';
import { ShardGate } from '../consent/shard-gate.ts';
import { createEgressPool, type EgressPool } from '../egress/egress-pool.ts';
import { type Audience, createAudience } from '../viewer/audience.ts';
import type { ByteMeter, Transport } from '../wire/transport.ts';
import type { TransportOptions } from '../wire/transport-options.ts';
import type { FromShard, ToShard } from './shard-message.ts';
import type { EgressState, ShardPulse } from './shard-pulse.ts';
import { ShardUsageMeter } from './shard-usage-meter.ts';
import { WheelDriver } from './wheel-driver.ts';

export interface ShardDeps {
  /** Monotonic ms. */
  readonly now: () => number;
  /** Epoch ms. */
  readonly wallNow: () => number;
  readonly post: (message: FromShard) => void;
  readonly openTransport: (make: 'raw' | 'undici', options: TransportOptions) => Promise<Transport>;
}

type Begin = Extract<ToShard, { kind: 'begin' }>;

const pulseEveryMs = 1_000;
/** Between one account of everything and the next. */
const accountEveryMs = 10_000;
/** Between two histograms of one: requests go out meanwhile. */
const accountStepMs = 5;
/** Every viewer's time is brought up to date once a pulse, in as many shares as fit between two of them. */
const settleEveryMs = 50;
/** When nobody is there any more to say how long it may take. */
const orphanRampDownMs = 5_000;

/** One part of the audience, in the process it runs in: hears the coordinator, and says what it measures. */
export class Shard {
  readonly #deps: ShardDeps;
  readonly #begin: Begin;
  readonly #wheel: TimerWheel;
  readonly #driver: WheelDriver;
  readonly #recorder = new Recorder();
  readonly #gate: ShardGate;
  readonly #transport: Transport;
  readonly #egress: EgressPool;
  readonly #audience: Audience;
  readonly #usage = new ShardUsageMeter();
  /** Of the whole run: every shard changes the same plan in the same way, and takes its part. */
  #plan: LoadPlan;
  #t0Ms = 0;
  #nextPulseMs = 0;
  #account: Generator<void, Snapshot> | null = null;
  #hasStarted = false;
  #isOver = false;

  static async open(begin: Begin, deps: ShardDeps): Promise<Shard> {
    const wheel = new TimerWheel(deps.now());
    const { transport: make } = begin.settings;
    const identity = { userAgent: `dropwise-audience/${begin.version} (run ${begin.runId})`, runId: begin.runId };
    return new Shard(begin, deps, wheel, await deps.openTransport(make, { identity, now: deps.now, timers: wheel }));
  }

  private constructor(begin: Begin, deps: ShardDeps, wheel: TimerWheel, transport: Transport) {
    const { settings, runId, shard } = begin;
    this.#deps = deps;
    this.#begin = begin;
    this.#wheel = wheel;
    this.#transport = transport;
    this.#driver = new WheelDriver(wheel, deps.now);
    this.#gate = new ShardGate((question) => deps.post({ kind: 'consent', question }));
    this.#plan = planRun(settings, settings.seed);
    this.#egress = createEgressPool({
      settings: settings.egress,
      viewers: settings.viewers,
      seed: settings.seed,
      shard,
      meterOf: (name) => meterOf(this.#recorder, name),
      now: deps.now,
    });
    this.#audience = createAudience({
      plan: takeShard(this.#plan, shard.index, shard.count),
      transport,
      gate: this.#gate,
      wheel,
      recorder: this.#recorder,
      settings,
      runId,
      now: deps.now,
      wallNow: deps.wallNow,
      vantageOf: (index) => this.#egress.vantageOf(index),
    });
    this.#driver.start();
  }

  hear(message: Exclude<ToShard, Begin>): void {
    switch (message.kind) {
      case 'start':
        return this.#start(message.startAtMs);
      case 'consent':
        return this.#gate.hear(message.answer);
      case 'viewers':
        return this.#changeViewers(message.viewers, message.atMs);
      case 'stop':
        return this.#audience.rampDown(message.withinMs);
      default:
        return assertNever(message);
    }
  }

  /** Nobody is there to hear what it measures, or to stop it: it never runs on. */
  loseCoordinator(): void {
    if (this.#hasStarted) this.#audience.rampDown(orphanRampDownMs);
    else void this.#end();
  }

  #start(startAtMs: number): void {
    this.#hasStarted = true;
    this.#t0Ms = this.#deps.now() + startAtMs - this.#deps.wallNow();
    this.#audience.start(this.#t0Ms);
    const { endsAtMs } = this.#plan;
    if (endsAtMs !== null) this.#wheel.at(this.#t0Ms + endsAtMs, { wake: () => this.#audience.stop() });
    this.#nextPulseMs = this.#t0Ms + pulseEveryMs;
    // What was before, waiting for the others, is no part of the first second.
    this.#usage.look();
    this.#wheel.at(this.#nextPulseMs, { wake: (nowMs) => this.#pulse(nowMs) });
    this.#wheel.at(this.#t0Ms + accountEveryMs, this.#accountant);
    this.#wheel.at(this.#t0Ms + settleEveryMs, this.#settler);
    void this.#audience.ended.then(() => this.#end());
  }

  #changeViewers(viewers: number, atMs: number): void {
    const { index, count } = this.#begin.shard;
    this.#plan = changeViewers(this.#plan, atMs, viewers);
    this.#audience.changePlan(takeShard(this.#plan, index, count));
  }

  #pulse(nowMs: number): void {
    if (this.#isOver) return;
    this.#deps.post({ kind: 'pulse', pulse: this.#takePulse(nowMs) });
    // Whole seconds from the start, however late this one was.
    this.#nextPulseMs += pulseEveryMs * Math.max(1, Math.ceil((nowMs - this.#nextPulseMs) / pulseEveryMs));
    this.#wheel.at(this.#nextPulseMs, { wake: (laterMs) => this.#pulse(laterMs) });
  }

  /** One histogram at a time: all of them at once would hold up the requests. */
  readonly #accountant = {
    wake: (nowMs: number): void => {
      if (this.#isOver) return;
      this.#account ??= this.#recorder.snapshotSteps(nowMs - this.#t0Ms);
      const step = this.#account.next();
      if (step.done !== true) {
        this.#wheel.at(nowMs + accountStepMs, this.#accountant);
        return;
      }
      this.#account = null;
      this.#deps.post({ kind: 'measured', snapshot: step.value });
      this.#wheel.at(nowMs + accountEveryMs, this.#accountant);
    },
  };

  readonly #settler = {
    wake: (nowMs: number): void => {
      if (this.#isOver) return;
      this.#audience.settleShare(pulseEveryMs / settleEveryMs);
      this.#wheel.at(nowMs + settleEveryMs, this.#settler);
    },
  };

  #takePulse(nowMs: number): ShardPulse {
    return {
      atMs: nowMs - this.#t0Ms,
      counts: this.#audience.counts(),
      pulse: this.#recorder.pulse(),
      usage: this.#usage.look(),
      egress: this.#takeEgress(),
    };
  }

  #takeEgress(): readonly EgressState[] {
    const viewers = this.#audience.viewersByVantage();
    return this.#egress.all.map(({ name, state, note }) => ({ name, state, viewers: viewers.get(name) ?? 0, note }));
  }

  async #end(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    const nowMs = this.#deps.now();
    const pulse = this.#takePulse(nowMs);
    await this.#transport.close();
    this.#driver[Symbol.dispose]();
    this.#deps.post({
      kind: 'ended',
      pulse,
      snapshot: this.#recorder.snapshot(nowMs - this.#t0Ms),
      clockOffset: this.#audience.clockOffset,
    });
  }
}

function meterOf(recorder: Recorder, egress: string): ByteMeter {
  const series = recorder.series(egress, noRendition);
  return {
    read: (bytes) => series.count('wire_read_bytes', bytes),
    written: (bytes) => series.count('wire_written_bytes', bytes),
  };
}
