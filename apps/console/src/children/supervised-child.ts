import type {
  ChildDefinition,
  ChildView,
  CommandProblem,
  MinerCommand,
  MinerView,
  ResourceSample,
} from '@dropwise/contract';
import { sentenceOf } from '@dropwise/core';
import type { ChildState } from '@dropwise/core/supervision';
import { assertNever, fail, type Result, succeed } from '@dropwise/kit';
import type { Adapter, AdapterSession } from '../adapters/adapter.ts';
import { shown } from '../shown/shown-saying.ts';
import { describeChild } from './describe-child.ts';
import type { FleetContext } from './fleet-context.ts';
import { type Outcome, startOutcome, stopOutcome } from './outcomes.ts';
import { ProgramRun } from './program-run.ts';
import { supervisionRules } from './supervision-rules.ts';
import { type ChildDeed, Supervisor } from './supervisor.ts';

/** Signs of life closer together than this are told to the supervisor as one. */
const signEveryMs = 1_000;

/** One child of the fleet: its supervisor, its adapter, and what is known of it. */
export class SupervisedChild implements AsyncDisposable {
  readonly #context: FleetContext;
  readonly #adapter: Adapter;
  readonly #supervisor: Supervisor;
  #definition: ChildDefinition;
  #run: ProgramRun | null = null;
  #lastView: MinerView | null = null;
  #version: string | null = null;
  #usage: ResourceSample | null = null;
  #lastSignAt = 0;
  #toldSignAt = 0;
  #isClosing = false;
  /** Looked at after every step; as many as there are requests under way. */
  readonly #waiting = new Set<() => void>();

  constructor(definition: ChildDefinition, adapter: Adapter, context: FleetContext) {
    this.#definition = definition;
    this.#adapter = adapter;
    this.#context = context;
    this.#supervisor = new Supervisor({
      rules: supervisionRules(definition, context.restartPolicy),
      clock: context.clock,
      random: context.random,
      onFacts: (facts) => {
        const at = context.factClock.now();
        context.sink.facts(
          definition.id,
          facts.map((fact) => ({ at, key: null, fact })),
        );
      },
      onStep: () => this.#afterStep(),
      perform: (deed) => this.#perform(deed),
      lastSignAt: () => this.#lastSignAt,
    });
  }

  get definition(): ChildDefinition {
    return this.#definition;
  }

  /** Null where there is no process of ours, or none now. */
  get pid(): number | null {
    return this.#supervisor.state.run?.pid ?? null;
  }

  /** It is to be up: also while it waits for its next start, or was given up. */
  get isWanted(): boolean {
    const { phase } = this.#supervisor.state;
    return phase.kind !== 'stopped' && !(phase.kind === 'stopping' && phase.next === 'stay');
  }

  get session(): AdapterSession | null {
    return this.#run?.session ?? null;
  }

  get minerView(): MinerView | null {
    return this.#run?.view ?? this.#lastView;
  }

  get view(): ChildView {
    const { phase, run, restarts, lastExit } = this.#supervisor.state;
    const { id, name, adapter, enabled } = this.#definition;
    const { sentence, todo, said, todoSaid } = describeChild(phase, enabled);
    return {
      id,
      name,
      adapter,
      phase: phase.kind,
      sentence,
      todo,
      said: shown(said),
      todoSaid: shown(todoSaid),
      since: phase.since,
      pid: run?.pid ?? null,
      startedAt: run?.spawnedAt ?? null,
      restarts,
      nextStartAt: phase.kind === 'backingOff' ? phase.until : null,
      lastExit:
        lastExit === null ? null : { ...lastExit, sentence: sentenceOf(lastExit.said), said: shown(lastExit.said) },
      usage: this.#usage,
      can: [...this.#adapter.can],
      cannot: this.#adapter.cannot.map((each) => each.sentence),
      cannotSaid: shown(this.#adapter.cannot),
      version: this.#version,
    };
  }

  async start(): Promise<Result<void, string>> {
    if (this.#isClosing) return fail('The console is ending, or this child was taken off its list.');
    this.#supervisor.take({ kind: 'startRequested' });
    return await this.#waitFor(startOutcome);
  }

  async stop(): Promise<Result<void, string>> {
    this.#supervisor.take({ kind: 'stopRequested' });
    return await this.#waitFor(stopOutcome);
  }

  async restart(): Promise<Result<void, string>> {
    if (this.#isClosing) return fail('The console is ending, or this child was taken off its list.');
    this.#supervisor.take({ kind: 'restartRequested' });
    return await this.#waitFor(startOutcome);
  }

  async ask(command: MinerCommand): Promise<Result<void, CommandProblem>> {
    // Otherwise its end would look like a death, and it would be started again.
    if (command.kind === 'stop') {
      const stopped = await this.stop();
      return stopped.ok ? stopped : fail({ kind: 'refused', sentence: stopped.failure });
    }
    const { session } = this;
    if (session !== null) return await session.ask(command);
    const { sentence } = this.view;
    return fail({ kind: 'notRunning', sentence: `${this.#definition.name} is not running: ${sentence}` });
  }

  /** What runs keeps the old definition until its next start. */
  redefine(definition: ChildDefinition): void {
    this.#definition = definition;
    this.#supervisor.changeRules(supervisionRules(definition, this.#context.restartPolicy));
    this.#context.changed(definition.id);
  }

  noteUsage(sample: ResourceSample): void {
    if (this.pid === null) return;
    this.#usage = sample;
    const { cpuPercent, rssBytes } = sample;
    this.#supervisor.take({ kind: 'usageMeasured', cpuPercent, rssBytes });
    this.#context.changed(this.#definition.id);
  }

  /** Resolves when it is down and stays so. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    await this.stop();
    this.#supervisor[Symbol.dispose]();
  }

  #perform(deed: ChildDeed): void {
    switch (deed) {
      case 'spawn':
        return this.#spawn();
      case 'askToStop':
        void this.#run?.askToStop();
        return;
      case 'terminate':
        return this.#run?.terminate();
      case 'kill':
        return this.#run?.kill();
      default:
        assertNever(deed);
    }
  }

  #spawn(): void {
    this.#lastView = this.minerView;
    this.#run = new ProgramRun({
      definition: this.#definition,
      adapter: this.#adapter,
      context: this.#context,
      take: (input) => this.#supervisor.take(input),
      onSign: () => this.#noteSign(),
      onVersion: (version) => {
        this.#version = version;
      },
    });
  }

  #noteSign(): void {
    const now = this.#context.clock.now();
    this.#lastSignAt = now;
    if (now - this.#toldSignAt < signEveryMs && !waitsForSign(this.#supervisor.state)) return;
    this.#toldSignAt = now;
    this.#supervisor.take({ kind: 'seen', at: now });
  }

  #afterStep(): void {
    if (this.#supervisor.state.run?.pid == null) this.#usage = null;
    for (const look of [...this.#waiting]) look();
    this.#context.changed(this.#definition.id);
  }

  #waitFor(outcomeOf: (state: ChildState) => Outcome): Promise<Result<void, string>> {
    const { promise, resolve } = Promise.withResolvers<Result<void, string>>();
    const look = (): void => {
      const outcome = outcomeOf(this.#supervisor.state);
      if (outcome === 'pending') return;
      this.#waiting.delete(look);
      resolve(outcome === 'done' ? succeed(undefined) : fail(outcome.sentence));
    };
    this.#waiting.add(look);
    look();
    return promise;
  }
}

/** A sign changes more than a time: what is up is seen working, what hangs is not. */
function waitsForSign({ phase, run }: ChildState): boolean {
  return phase.kind === 'ready' || (run !== null && run.troubles.silentSince !== null);
}
