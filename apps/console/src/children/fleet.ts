import type { ChildDefinition, ChildView, CommandProblem, MinerCommand, MinerView } from '@dropwise/contract';
import type { Result } from '@dropwise/kit';
import type { AdapterSession } from '../adapters/adapter.ts';

/** All children of the console: what api, live and ingest see of them. */
export interface Fleet extends AsyncDisposable {
  readonly definitions: readonly ChildDefinition[];
  /** The child that `/api/status` and the like are about: the first in the list. */
  readonly primaryId: string;
  list(): readonly ChildView[];
  /** Null = there is no such child. */
  find(id: string): ChildView | null;
  /** The last thing known of a child's miner, also after its death; null = it never said anything. */
  view(id: string): MinerView | null;
  /** The running life; null = none. */
  session(id: string): AdapterSession | null;
  /** Fails with a sentence. Start of a running child and stop of a stopped one do nothing. */
  start(id: string): Promise<Result<void, string>>;
  /** Resolves when it is down. It stays down until `start`. */
  stop(id: string): Promise<Result<void, string>>;
  restart(id: string): Promise<Result<void, string>>;
  ask(id: string, command: MinerCommand): Promise<Result<void, CommandProblem>>;
  /** Children that are new are started, those that are gone are stopped, those that changed are restarted. */
  define(definitions: readonly ChildDefinition[]): Promise<void>;
  /** Called after anything of a child or its miner's view changed; at most once for a burst. */
  onChange(listener: (childId: string) => void): Disposable;
}
