import type { ChildDefinition, MinerView } from '@dropwise/contract';
import { inOtherWords, type Saying } from '@dropwise/core';
import type { ChildInput, StartFailure } from '@dropwise/core/supervision';
import { fail, type Result } from '@dropwise/kit';
import type { Adapter, AdapterSession, ChildProgram } from '../adapters/adapter.ts';
import { sayOfAdapter } from '../adapters/adapter-sayings.ts';
import { sayOfPrepare } from '../adapters/prepare-sayings.ts';
import { createAdapterSink } from './adapter-sink.ts';
import { childEnvironment } from './child-environment.ts';
import { createLife, type OpenLife } from './child-life.ts';
import type { FleetContext } from './fleet-context.ts';
import { readProcessStart } from './process-identity.ts';
import { removeRunRecord, writeRunRecord } from './run-record.ts';
import { settleWithin } from './settle-within.ts';
import { type ProcessEnd, type RunningProcess, startProcess } from './start-process.ts';

/** How long an adapter may take to let go of a life that is over. */
const lettingGoMs = 5_000;

export interface ProgramRunOptions {
  readonly definition: ChildDefinition;
  readonly adapter: Adapter;
  readonly context: FleetContext;
  readonly take: (input: ChildInput) => void;
  readonly onSign: () => void;
  readonly onVersion: (version: string | null) => void;
}

/**
 * One attempt to have the program up: it is prepared, started, listened to and let go. Answers `spawned` and then `ended`, or
 * `startFailed`; nothing after it.
 */
export class ProgramRun {
  readonly #options: ProgramRunOptions;
  #stage: 'preparing' | 'up' | 'ending' | 'over' = 'preparing';
  #open: OpenLife | null = null;
  #session: AdapterSession | null = null;
  #lastView: MinerView | null = null;

  constructor(options: ProgramRunOptions) {
    this.#options = options;
    void this.#begin();
  }

  /** Null unless it is up. */
  get session(): AdapterSession | null {
    return this.#stage === 'up' ? this.#session : null;
  }

  /** The last thing known of its miner, also after its end. */
  get view(): MinerView | null {
    return this.#session?.view ?? this.#lastView;
  }

  async askToStop(): Promise<void> {
    if (this.#isWithoutProcess()) return this.#letGo();
    const isTaken = await this.#askAdapter();
    if (!isTaken) this.terminate();
  }

  terminate(): void {
    this.#open?.process?.terminate();
  }

  kill(): void {
    if (this.#isWithoutProcess()) this.#letGo();
    else this.#open?.process?.kill();
  }

  async #askAdapter(): Promise<boolean> {
    try {
      const answer = await this.#session?.ask({ kind: 'stop' });
      return answer?.ok === true;
    } catch (error) {
      this.#blameAdapter(error);
      return false;
    }
  }

  #isWithoutProcess(): boolean {
    return this.#stage === 'preparing' || this.#open?.process === null;
  }

  #letGo(): void {
    if (this.#stage === 'preparing') this.#failToStart({ code: null, why: sayOfPrepare('prepare-called-off') });
    else void this.#end({ exitCode: null, signal: null });
  }

  async #begin(): Promise<void> {
    const { definition, context } = this.#options;
    await context.orphansEnded();
    const prepared = await this.#prepare();
    if (this.#stage !== 'preparing') return;
    if (!prepared.ok) return this.#failToStart({ code: null, why: prepared.failure });
    const program = prepared.value;
    if (program === null) return this.#live(null);
    const started = startProcess(program, {
      env: childEnvironment(context.env, program, definition.adapter),
      clock: context.clock,
      graceMs: definition.stopGraceSeconds * 1_000,
    });
    if (started instanceof Promise) {
      const { code, detail } = await started;
      return this.#failToStart(code === null ? { code, why: inOtherWords(detail) } : { code, detail });
    }
    this.#writeRecord(started.pid, program);
    this.#live(started);
  }

  async #prepare(): Promise<Result<ChildProgram | null, Saying>> {
    const { adapter, definition } = this.#options;
    try {
      return await adapter.prepare(definition);
    } catch (error) {
      return fail(sayOfPrepare('prepare-failed', { detail: error instanceof Error ? error.message : String(error) }));
    }
  }

  #failToStart(failure: StartFailure): void {
    if (this.#stage !== 'preparing') return;
    this.#stage = 'over';
    this.#options.take({ kind: 'startFailed', ...failure });
  }

  #live(process: RunningProcess | null): void {
    const { definition, adapter, context, take, onSign, onVersion } = this.#options;
    this.#stage = 'up';
    const open = createLife({ child: definition, process, onSign, onFailure: (error) => this.#blameAdapter(error) });
    this.#open = open;
    take({ kind: 'spawned', pid: process?.pid ?? null });
    const sink = createAdapterSink({
      childId: definition.id,
      context,
      isOpen: () => this.#stage !== 'over',
      hasProcess: () => this.#stage === 'up',
      take,
      seen: onSign,
      versionSaid: onVersion,
    });
    try {
      this.#session = adapter.attach(open.life, sink);
    } catch (error) {
      this.#blameAdapter(error);
      take({ kind: 'lost', why: sayOfAdapter('adapter-failed') });
    }
    open.listen();
    process?.ended.then((end) => this.#end(end));
  }

  /** The adapter says its last facts, the record goes, and only then it has ended. */
  async #end({ exitCode, signal }: ProcessEnd): Promise<void> {
    if (this.#stage !== 'up') return;
    this.#stage = 'ending';
    // The adapter may have lost what it listens to before `attach` gave its session back.
    await Promise.resolve();
    this.#open?.end();
    await settleWithin(this.#disposeSession(), lettingGoMs, this.#options.context.clock);
    this.#lastView = this.#session?.view ?? null;
    this.#session = null;
    if (this.#open?.process != null) await this.#removeRecord();
    this.#stage = 'over';
    this.#options.take({ kind: 'ended', exitCode, signal, lastLines: this.#open?.lastLines() ?? [] });
  }

  async #disposeSession(): Promise<void> {
    try {
      await this.#session?.[Symbol.asyncDispose]();
    } catch (error) {
      this.#blameAdapter(error);
    }
  }

  #blameAdapter(error: unknown): void {
    const { adapter, definition, context } = this.#options;
    const fields = { childId: definition.id, adapter: adapter.kind, error };
    context.log.info('An adapter failed where it must not; the child is looked after all the same.', fields);
  }

  #writeRecord(pid: number, program: ChildProgram): void {
    const { definition, context } = this.#options;
    const record = { childId: definition.id, pid, startTime: readProcessStart(pid), command: program.command };
    try {
      writeRunRecord(context.runFolder, record);
    } catch (error) {
      const fields = { childId: definition.id, folder: context.runFolder, error };
      context.log.info('The record of a child could not be written: after a crash it would not be found.', fields);
    }
  }

  async #removeRecord(): Promise<void> {
    const { definition, context } = this.#options;
    try {
      await removeRunRecord(context.runFolder, definition.id);
    } catch (error) {
      context.log.info('The record of a child that ended could not be removed.', { childId: definition.id, error });
    }
  }
}
