import { performance } from 'node:perf_hooks';
import type { AudienceEvent, AudienceReport } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import { evaluateThresholds, parseThreshold, planRun, type Threshold, TimerWheel } from '@dropwise/load';
import { findCapacityProblems } from '../config/capacity.ts';
import { findThresholdProblems } from '../config/complete-settings.ts';
import type { RunSettings } from '../config/run-settings.ts';
import { type ConsentOffice, createConsentOffice } from '../consent/consent-office.ts';
import type { NameResolver } from '../consent/system-resolver.ts';
import { readMachineLimits } from '../monitor/machine-limits.ts';
import { MachineMeter } from '../monitor/machine-meter.ts';
import { openProcFiles } from '../monitor/proc-files.ts';
import { ProcessMeter } from '../monitor/process-meter.ts';
import { formatMs } from '../report/format-quantity.ts';
import { maskedTarget } from '../report/masked-settings.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import { createRawTransport } from '../wire/raw-transport.ts';
import type { ByteMeter } from '../wire/transport.ts';
import { lookAhead, type StreamOutlook } from './look-ahead.ts';
import { MachineWatch } from './machine-watch.ts';
import { type RunningAudience, type RunResult, runAudience } from './run-audience.ts';
import { shardCountOf } from './shard-count.ts';
import { startShardProcess } from './shard-process.ts';
import { joinTeam, type Team, type TeamOptions } from './team.ts';
import { WheelDriver } from './wheel-driver.ts';

export interface ConductDeps {
  readonly runId: string;
  readonly version: string;
  /** Of the operator's key; null = he has none. */
  readonly fingerprint: string | null;
  readonly clock: Clock;
  readonly names: NameResolver;
  readonly hear: (event: AudienceEvent) => void;
}

/** A run from its first question to what its report is made of. */
export interface ConductedRun {
  /** Fails with a sentence where nothing was begun. Never rejects for what an origin does. */
  readonly finished: Promise<Result<ConductedEnd, string>>;
  stop(reason: string): void;
  changeViewers(viewers: number): Result<void, string>;
  /** From now on these decide. The failure is a sentence, and the old ones stay. */
  changeThresholds(expressions: readonly string[]): Result<void, string>;
}

/** What was run here, and what the report tells of: the same, or where a run of several machines is led, all of it. */
export interface ConductedEnd {
  readonly own: ReportFacts;
  readonly whole: ReportFacts;
}

const nobodysMeter: ByteMeter = { read() {}, written() {} };

export function conductRun(settings: RunSettings, deps: ConductDeps): ConductedRun {
  return new Conduct(settings, deps);
}

class Conduct implements ConductedRun {
  readonly finished: Promise<Result<ConductedEnd, string>>;
  readonly #settings: RunSettings;
  readonly #deps: ConductDeps;
  #thresholds: readonly Threshold[] = [];
  #running: RunningAudience | null = null;
  #team: Team | null = null;
  #stopReason: string | null = null;

  constructor(settings: RunSettings, deps: ConductDeps) {
    this.#settings = settings;
    this.#deps = deps;
    this.finished = this.#conduct();
  }

  stop(reason: string): void {
    this.#stopReason ??= reason;
    this.#team?.stopAll(reason);
    this.#running?.stop(reason);
  }

  changeViewers(viewers: number): Result<void, string> {
    if (this.#team !== null) return this.#team.changeViewers(viewers);
    return this.#running?.changeViewers(viewers) ?? fail('Viewers can be changed while the run is on.');
  }

  changeThresholds(expressions: readonly string[]): Result<void, string> {
    const parsed = parseThresholds(expressions, this.#settings);
    if (!parsed.ok) return parsed;
    this.#thresholds = parsed.value;
    return succeed(undefined);
  }

  async #conduct(): Promise<Result<ConductedEnd, string>> {
    const thresholds = this.changeThresholds(this.#settings.failIf);
    if (!thresholds.ok) return thresholds;
    const now = (): number => performance.now();
    const wheel = new TimerWheel(now());
    using driver = new WheelDriver(wheel, now);
    driver.start();
    const { runId, version } = this.#deps;
    const identity = { userAgent: `dropwise-audience/${version} (run ${runId})`, runId };
    const transport = createRawTransport({ identity, now, timers: wheel });
    const office = this.#openOffice(transport);
    try {
      return await this.#conductHere(office, transport);
    } finally {
      office.close();
      await transport.close();
    }
  }

  #openOffice(transport: ReturnType<typeof createRawTransport>): ConsentOffice {
    const { fingerprint, names, clock } = this.#deps;
    const { viewers, maxViewers, maxMbps, egress } = this.#settings;
    return createConsentOffice({
      fingerprint,
      viewers,
      limits: { maxViewers, maxMbps },
      proxies: egress.proxies,
      resolve: (host) => names.resolve(host),
      readTxt: (name) => names.readTxt(name),
      transport,
      meter: nobodysMeter,
      clock,
    });
  }

  /** On this machine alone, or as its part of a run of several. */
  async #conductHere(
    office: ConsentOffice,
    transport: ReturnType<typeof createRawTransport>,
  ): Promise<Result<ConductedEnd, string>> {
    const { nats } = this.#settings;
    if (nats === null) {
      const facts = await this.#conductWith(office, transport);
      return facts.ok ? succeed({ own: facts.value, whole: facts.value }) : facts;
    }
    const joined = await joinTeam({ ...this.#settings, nats }, this.#teamOptions(office));
    if (!joined.ok) return joined;
    await using team = joined.value;
    this.#team = team;
    const own = await this.#conductWith(office, transport);
    if (own.ok) return succeed({ own: own.value, whole: await team.finish(own.value) });
    await team.leave(own.failure);
    return own;
  }

  #teamOptions(office: ConsentOffice): TeamOptions {
    const { runId, clock } = this.#deps;
    return {
      runId,
      clock,
      maxMbps: () => office.maxMbps,
      running: () => this.#running,
      stop: (reason) => this.stop(reason),
      isStopped: () => this.#stopReason !== null,
      tellSample: (sample) => this.#tell({ kind: 'sample', sample }),
      tellProblem: (sentence) => this.#tell({ kind: 'problem', sentence }),
    };
  }

  async #conductWith(
    office: ConsentOffice,
    transport: ReturnType<typeof createRawTransport>,
  ): Promise<Result<ReportFacts, string>> {
    const outlook = await this.#check(office, transport);
    if (!outlook.ok) return outlook;
    if (this.#stopReason !== null) return fail(this.#stopReason);
    const ran = await this.#run(office, outlook.value);
    return ran.ok ? succeed(this.#facts(ran.value, outlook.value, office)) : ran;
  }

  /** Consent for every way that viewers take, a stream at the address, and a load within all limits. */
  async #check(
    office: ConsentOffice,
    transport: ReturnType<typeof createRawTransport>,
  ): Promise<Result<StreamOutlook, string>> {
    const { url, egress, viewers } = this.#settings;
    this.#tell({ kind: 'checking', sentence: `Asking ${maskedTarget(url)} for its consent.` });
    for (const throughProxy of egress.proxies.length > 0 ? [false, true] : [false]) {
      const granted = await office.check(url, throughProxy);
      if (!granted.ok) return granted;
    }
    const outlook = await lookAhead(url, { office, transport, meter: nobodysMeter });
    if (!outlook.ok) return outlook;
    const judged = office.checkLoad(viewers, outlook.value.topBandwidth ?? 0);
    return judged.ok ? outlook : judged;
  }

  async #run(office: ConsentOffice, outlook: StreamOutlook): Promise<Result<RunResult, string>> {
    const settings = this.#settings;
    const files = openProcFiles();
    const limits = await readMachineLimits(files);
    using processMeter = new ProcessMeter(files);
    using machine = new MachineWatch(processMeter, new MachineMeter(files), this.#deps.clock);
    const { viewers } = planRun(settings, settings.seed);
    const shardCount = shardCountOf(settings.shards, Math.min(settings.viewers, viewers.length), limits.openFiles);
    const [problem] = findCapacityProblems(settings, shardCount, limits);
    if (problem !== undefined) return fail(problem);
    this.#running = runAudience(settings, shardCount, outlook.topBandwidth, {
      runId: this.#deps.runId,
      version: this.#deps.version,
      office,
      clock: this.#deps.clock,
      wallNow: () => Date.now(),
      startShard: startShardProcess,
      machineUsage: () => machine.usage,
      onStart: (startAtMs) => {
        const { url, durationMs } = settings;
        const startedAt = new Date(startAtMs).toISOString();
        this.#tell({ kind: 'started', startedAt, target: maskedTarget(url), viewers: settings.viewers, durationMs });
      },
      onSample: (sample) => {
        this.#team?.pulse(sample);
        if (this.#team?.isLeading !== true) this.#tell({ kind: 'sample', sample });
      },
      onProblem: (sentence) => this.#tell({ kind: 'problem', sentence }),
      awaitStart: this.#team === null ? null : this.#team.begin,
    });
    if (this.#stopReason !== null) this.#running.stop(this.#stopReason);
    return await this.#running.finished;
  }

  #facts(ran: RunResult, outlook: StreamOutlook, office: ConsentOffice): ReportFacts {
    return {
      runId: this.#deps.runId,
      version: this.#deps.version,
      startedAtMs: ran.startedAtMs,
      endedAtMs: ran.endedAtMs,
      settings: this.#settings,
      snapshot: ran.snapshot,
      timeline: ran.timeline,
      thresholds: evaluateThresholds(ran.snapshot, this.#thresholds).map((result) => ({ ...result })),
      generator: ran.generator,
      consent: office.records(),
      egress: egressOf(ran),
      renditions: outlook.renditions,
      endedEarly: ran.endedEarly,
      notes: [...streamNotes(outlook), ...clockNotes(ran), ...ran.notes],
    };
  }

  #tell(
    event: AudienceEvent extends infer One ? (One extends AudienceEvent ? Omit<One, 'runId'> : never) : never,
  ): void {
    this.#deps.hear({ ...event, runId: this.#deps.runId } as AudienceEvent);
  }
}

function parseThresholds(
  expressions: readonly string[],
  { egress }: RunSettings,
): Result<readonly Threshold[], string> {
  const [problem] = findThresholdProblems(expressions, egress.proxies);
  if (problem !== undefined) return fail(problem);
  return succeed(expressions.map(parseThreshold).flatMap((parsed) => (parsed.ok ? [parsed.value] : [])));
}

/** Bytes are the snapshot's; state and viewers what the shards said last. */
function egressOf({ snapshot, egress }: RunResult): AudienceReport['egress'] {
  const names = new Set([...snapshot.series.map(({ egress: name }) => name), ...egress.map(({ name }) => name)]);
  return [...names].sort().map((name) => {
    const said = egress.find((one) => one.name === name);
    const counts = snapshot.series.filter((series) => series.egress === name).map((series) => series.counts);
    return {
      name,
      state: said?.state ?? 'closed',
      viewers: counts.reduce((sum, { sessions = 0 }) => sum + sessions, 0),
      readBytes: counts.reduce((sum, { wire_read_bytes: read = 0 }) => sum + read, 0),
      writtenBytes: counts.reduce((sum, { wire_written_bytes: written = 0 }) => sum + written, 0),
      note: said?.note ?? null,
    };
  });
}

function streamNotes({ separateAudio }: StreamOutlook): readonly string[] {
  if (!separateAudio) return [];
  return ['Sound is in playlists of its own here, which viewers do not fetch: real ones would ask for more.'];
}

function clockNotes({ clockOffset }: RunResult): readonly string[] {
  if (clockOffset === null) return [];
  const bounds = [clockOffset.leastMs, clockOffset.mostMs].map(
    (ms) => `${ms < 0 ? '−' : '+'}${formatMs(Math.abs(ms))}`,
  );
  return [
    `By the Date of its answers, the origin’s clock was ${bounds.join(' to ')} from this machine’s: latency by program date is known no better.`,
  ];
}
