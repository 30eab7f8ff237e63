import type {
  AdapterKind,
  AnyFact,
  Art,
  ArtProblem,
  Capability,
  ChildDefinition,
  CommandProblem,
  LogLine,
  MinerCommand,
  MinerView,
  PlanPreviewView,
} from '@dropwise/contract';
import type { Said, Saying, TriedWishes } from '@dropwise/core';
import type { Result } from '@dropwise/kit';

/**
 * Knows one kind of miner: how it is started, how its words become facts and views, what can be asked of it. Whatever it
 * cannot know, its views leave `null` and `cannot` says it in sentences.
 */
export interface Adapter {
  readonly kind: AdapterKind;
  readonly can: readonly Capability[];
  readonly cannot: Said;
  /** What is to be started; null = nothing: the miner runs elsewhere and is only listened to. Fails with why it cannot be. */
  prepare(child: ChildDefinition): Promise<Result<ChildProgram | null, Saying>>;
  /** Begins to listen to one life of the child. Must not throw. */
  attach(life: ChildLife, sink: AdapterSink): AdapterSession;
}

export interface ChildProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly workingFolder: string | null;
  /** On top of the console's own environment; `undefined` takes a variable out. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A channel for messages (Node's, `serialization: 'advanced'`), whose end also tells the child that the console is gone. */
  readonly ipc: boolean;
}

/** One life of a child, from its start to its end. */
export interface ChildLife {
  readonly child: ChildDefinition;
  /** Null where there is no process of ours. */
  readonly pid: number | null;
  /** Aborted when the process is gone and its last line was heard, or the console lets go of it. */
  readonly ended: AbortSignal;
  onLine(listener: (line: string, stream: 'stdout' | 'stderr') => void): void;
  onMessage(listener: (message: unknown) => void): void;
  /** False: nobody hears it any more. */
  send(message: unknown): boolean;
  /** SIGHUP and the like; ignored where there is no process. */
  signal(name: NodeJS.Signals): void;
}

/** What an adapter tells. All calls are cheap and never throw. */
export interface AdapterSink {
  /** It is up and talks. */
  ready(about: { readonly version: string | null }): void;
  /** A sign of life that is nothing else. Facts, lines and views are signs of life too. */
  alive(): void;
  /** `stored` is called once all of them are in the database, in the order of the calls. */
  facts(facts: readonly SeenFact[], stored?: () => void): void;
  lines(lines: readonly Omit<LogLine, 'childId'>[]): void;
  /** Something in `session.view` is another object now. */
  viewChanged(): void;
  /** It runs, but not well; null = it is well again. */
  degraded(why: Saying | null): void;
  /** For what ran elsewhere: it cannot be reached any more. */
  lost(why: Saying): void;
}

export interface SeenFact {
  readonly at: number;
  /** See `NewFact.key`. */
  readonly key: string | null;
  readonly fact: AnyFact;
}

/** What is known and can be asked during one life. */
export interface AdapterSession extends AsyncDisposable {
  readonly view: MinerView;
  /** The child's clock: epoch ms now, and how fast it runs (1 = real). */
  readonly clock: { now(): number; readonly speed: number };
  /** Resolves when the miner has answered; never rejects. */
  ask(command: MinerCommand): Promise<Result<void, CommandProblem>>;
  /** After a push of settings: what the child said it took. Null = it never says. */
  readonly settingsTaken: {
    readonly at: number;
    readonly problems: readonly string[];
    readonly restartKeys: readonly string[];
  } | null;
  /** Fails with a sentence where there is no planner. */
  previewPlan(wishes: TriedWishes): Result<PlanPreviewView, string>;
  /** A picture at Twitch, which the miner may refuse to ask for; absent where it cannot be asked. Never rejects. */
  fetchArt?(url: string, signal: AbortSignal): Promise<Result<Art, ArtProblem>>;
}
