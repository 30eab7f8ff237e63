import { isDeepStrictEqual } from 'node:util';
import { type ChildDefinition, type ConsoleFact, ownMinerId } from '@dropwise/contract';
import { defaultRestartPolicy, type RestartPolicy } from '@dropwise/core/supervision';
import { type Clock, fail, type Random, type Result } from '@dropwise/kit';
import type { Logger } from '@dropwise/runtime';
import type { Adapter } from '../adapters/adapter.ts';
import { createAbsentAdapter } from './absent-adapter.ts';
import { createChangeSignal } from './change-signal.ts';
import { idProblem } from './child-ids.ts';
import { endOrphans } from './end-orphans.ts';
import type { Fleet } from './fleet.ts';
import type { FleetContext } from './fleet-context.ts';
import { consoleId, type FleetSink } from './fleet-sink.ts';
import { SupervisedChild } from './supervised-child.ts';
import { startUsageSampler } from './usage-sampler.ts';

export interface FleetOptions {
  readonly clock: Clock;
  /** What the facts of a child's life are dated by, so that they fit its own: a demo's miner lives faster. Default: `clock`. */
  readonly factClock?: Pick<Clock, 'now'>;
  readonly random: Random;
  /** One a kind. */
  readonly adapters: readonly Adapter[];
  readonly definitions: readonly ChildDefinition[];
  readonly sink: FleetSink;
  /** The data directory's; nobody else may use it meanwhile. */
  readonly runFolder: string;
  /** The console's own environment: the children's, less the console's secrets. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** Default: `defaultRestartPolicy`. */
  readonly restartPolicy?: RestartPolicy;
  /** Default: 10 s. */
  readonly sampleEveryMs?: number;
  /** What an orphan gets between being asked and being killed. Default: 10 s. */
  readonly orphanGraceMs?: number;
}

export interface SupervisedFleet extends Fleet {
  /**
   * Ends what an earlier console left behind, starts every enabled child and the sampling. Resolves when all of them were
   * started or could not be: that is then in their views.
   */
  begin(): Promise<void>;
}

export function createFleet(options: FleetOptions): SupervisedFleet {
  return new ConsoleFleet(options);
}

class ConsoleFleet implements SupervisedFleet {
  readonly #options: FleetOptions;
  readonly #context: FleetContext;
  readonly #signal;
  readonly #adapters: ReadonlyMap<string, Adapter>;
  /** In the order of the definitions. */
  #children = new Map<string, SupervisedChild>();
  #definitions: readonly ChildDefinition[];
  #orphansEnded: Promise<void> | null = null;
  #sampler: AsyncDisposable | null = null;
  /** One change of the list after the other. */
  #defining: Promise<void> = Promise.resolve();
  #isClosing = false;
  /** Stopped by somebody: the port is open before the children begin, and a stop in between holds. */
  readonly #keptDown = new Set<string>();

  constructor(options: FleetOptions) {
    refuseIds(options.definitions);
    this.#options = options;
    this.#adapters = new Map(options.adapters.map((adapter) => [adapter.kind, adapter]));
    this.#signal = createChangeSignal((error) => {
      options.log.info('Someone who listens to the children failed.', { error });
    });
    this.#context = {
      clock: options.clock,
      factClock: options.factClock ?? options.clock,
      random: options.random,
      sink: options.sink,
      runFolder: options.runFolder,
      env: options.env,
      log: options.log,
      restartPolicy: options.restartPolicy ?? defaultRestartPolicy,
      orphansEnded: () => this.#endOrphansOnce(),
      changed: (childId) => this.#signal.mark(childId),
    };
    this.#definitions = [...options.definitions];
    for (const definition of this.#definitions) this.#children.set(definition.id, this.#createChild(definition));
  }

  get definitions(): readonly ChildDefinition[] {
    return this.#definitions;
  }

  get primaryId(): string {
    return this.#definitions[0]?.id ?? ownMinerId;
  }

  list: Fleet['list'] = () => [...this.#children.values()].map((child) => child.view);
  find: Fleet['find'] = (id) => this.#children.get(id)?.view ?? null;
  view: Fleet['view'] = (id) => this.#children.get(id)?.minerView ?? null;
  session: Fleet['session'] = (id) => this.#children.get(id)?.session ?? null;
  start: Fleet['start'] = (id) => {
    this.#keptDown.delete(id);
    return this.#move(id, (child) => child.start());
  };
  stop: Fleet['stop'] = (id) => {
    this.#keptDown.add(id);
    return this.#move(id, (child) => child.stop());
  };
  restart: Fleet['restart'] = (id) => this.#move(id, (child) => child.restart());
  onChange: Fleet['onChange'] = (listener) => this.#signal.onChange(listener);

  ask: Fleet['ask'] = async (id, command) => {
    const child = this.#children.get(id);
    if (child === undefined) return fail({ kind: 'notRunning', sentence: this.#unknownChild(id).failure });
    return await child.ask(command);
  };

  async begin(): Promise<void> {
    await this.#endOrphansOnce();
    if (this.#isClosing) return;
    this.#sampler ??= this.#startSampler();
    await Promise.all(
      [...this.#children.values()]
        .filter(({ definition }) => definition.enabled && !this.#keptDown.has(definition.id))
        .map((each) => each.start()),
    );
  }

  async define(definitions: readonly ChildDefinition[]): Promise<void> {
    refuseIds(definitions);
    const done = this.#defining.then(() => this.#applyDefinitions(definitions));
    this.#defining = done;
    await done;
  }

  /** Resolves when every child is down, with all that it started. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosing = true;
    await this.#sampler?.[Symbol.asyncDispose]();
    await this.#defining;
    await this.#orphansEnded;
    await Promise.all([...this.#children.values()].map((child) => child[Symbol.asyncDispose]()));
  }

  async #move(
    id: string,
    move: (child: SupervisedChild) => Promise<Result<void, string>>,
  ): Promise<Result<void, string>> {
    if (this.#isClosing) return fail('The console is ending; nothing is started or stopped any more.');
    const child = this.#children.get(id);
    return child === undefined ? this.#unknownChild(id) : await move(child);
  }

  #unknownChild(id: string): Extract<Result<never, string>, { ok: false }> {
    return fail(`There is no child "${id}". Known: ${[...this.#children.keys()].join(', ') || 'none'}.`);
  }

  #createChild(definition: ChildDefinition): SupervisedChild {
    const adapter = this.#adapters.get(definition.adapter) ?? createAbsentAdapter(definition.adapter);
    return new SupervisedChild(definition, adapter, this.#context);
  }

  async #applyDefinitions(definitions: readonly ChildDefinition[]): Promise<void> {
    if (this.#isClosing) return;
    const before = this.#children;
    const after = new Map<string, SupervisedChild>();
    const tasks: Promise<unknown>[] = [];
    for (const definition of definitions) {
      const known = before.get(definition.id);
      // Another adapter is another child of the same name.
      const isKept = known !== undefined && known.definition.adapter === definition.adapter;
      const child = isKept ? known : this.#createChild(definition);
      after.set(definition.id, child);
      if (isKept) tasks.push(applyDefinition(child, definition));
      else tasks.push(replaceChild(known, child));
    }
    for (const [id, child] of before) {
      if (!after.has(id)) tasks.push(child[Symbol.asyncDispose]());
    }
    this.#definitions = [...definitions];
    this.#children = after;
    for (const id of new Set([...before.keys(), ...after.keys()])) this.#signal.mark(id);
    await Promise.all(tasks);
  }

  #endOrphansOnce(): Promise<void> {
    this.#orphansEnded ??= this.#endOrphans();
    return this.#orphansEnded;
  }

  async #endOrphans(): Promise<void> {
    const { runFolder, clock, sink, log, orphanGraceMs } = this.#options;
    try {
      const orphans = await endOrphans({ runFolder, clock, graceMs: orphanGraceMs ?? 10_000 });
      for (const { childId, pid, what } of orphans) {
        const fact: ConsoleFact = { kind: 'orphanFound', pid, what };
        sink.facts(childId, [{ at: this.#context.factClock.now(), key: null, fact }]);
      }
    } catch (error) {
      log.info('What an earlier console left running could not be looked for.', { folder: runFolder, error });
    }
  }

  #startSampler(): AsyncDisposable {
    const { clock, sampleEveryMs, sink, log } = this.#options;
    return startUsageSampler({
      clock,
      everyMs: sampleEveryMs ?? 10_000,
      roots: () => this.#roots(),
      onSample: (key, sample) => {
        sink.samples(key, sample);
        this.#children.get(key)?.noteUsage(sample);
      },
      onFailure: (error) => log.info('CPU and memory could not be measured.', { error }),
    });
  }

  #roots(): ReadonlyMap<string, number> {
    const roots = new Map([[consoleId, process.pid]]);
    for (const [id, { pid }] of this.#children) if (pid !== null) roots.set(id, pid);
    return roots;
  }
}

async function replaceChild(old: SupervisedChild | undefined, child: SupervisedChild): Promise<void> {
  await old?.[Symbol.asyncDispose]();
  if (child.definition.enabled) await child.start();
}

/** A name is only a name; whatever else changed is taken up by a restart of what is to be up. */
async function applyDefinition(child: SupervisedChild, definition: ChildDefinition): Promise<void> {
  const before = child.definition;
  if (isDeepStrictEqual(before, definition)) return;
  const isRenamed = isDeepStrictEqual({ ...before, name: definition.name }, definition);
  if (isRenamed) return child.redefine(definition);
  const wasWanted = child.isWanted;
  await child.stop();
  child.redefine(definition);
  if (definition.enabled && (wasWanted || !before.enabled)) await child.start();
}

function refuseIds(definitions: readonly ChildDefinition[]): void {
  const problem = idProblem(definitions);
  if (problem !== null) throw new RangeError(problem);
}
