import type { ChildDefinition, ChildView, CommandProblem, MinerCommand, MinerView } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { AdapterSession } from '../../adapters/adapter.ts';
import type { Fleet } from '../../children/fleet.ts';
import { buildChild, buildDefinition } from './build-views.ts';

/** Children as objects: every part can be set, everything asked of it is written down. */
export class FakeFleet implements Fleet {
  definitions: ChildDefinition[];
  readonly children = new Map<string, ChildView>();
  readonly views = new Map<string, MinerView>();
  readonly sessions = new Map<string, AdapterSession>();
  readonly asked: { readonly childId: string; readonly command: MinerCommand }[] = [];
  readonly moved: string[] = [];
  /** What the next command ends with. */
  answer: Result<void, CommandProblem> = succeed(undefined);
  /** What start, stop and restart end with. */
  moveAnswer: Result<void, string> = succeed(undefined);
  readonly #listeners = new Set<(childId: string) => void>();

  constructor(definitions: readonly ChildDefinition[] = [buildDefinition()]) {
    this.definitions = [...definitions];
    for (const { id, name, adapter } of definitions) this.children.set(id, buildChild({ id, name, adapter }));
  }

  get primaryId(): string {
    return this.definitions[0]?.id ?? '';
  }

  list(): readonly ChildView[] {
    return this.definitions.flatMap(({ id }) => this.children.get(id) ?? []);
  }

  find(id: string): ChildView | null {
    return this.children.get(id) ?? null;
  }

  view(id: string): MinerView | null {
    return this.views.get(id) ?? null;
  }

  session(id: string): AdapterSession | null {
    return this.sessions.get(id) ?? null;
  }

  start(id: string): Promise<Result<void, string>> {
    return this.#move('start', id);
  }

  stop(id: string): Promise<Result<void, string>> {
    return this.#move('stop', id);
  }

  restart(id: string): Promise<Result<void, string>> {
    return this.#move('restart', id);
  }

  async ask(id: string, command: MinerCommand): Promise<Result<void, CommandProblem>> {
    if (!this.children.has(id)) return fail({ kind: 'notRunning', sentence: `There is no child ${id}.` });
    this.asked.push({ childId: id, command });
    return this.answer;
  }

  async define(definitions: readonly ChildDefinition[]): Promise<void> {
    this.definitions = [...definitions];
    for (const { id, name, adapter } of definitions)
      if (!this.children.has(id)) this.children.set(id, buildChild({ id, name, adapter }));
    for (const id of [...this.children.keys()])
      if (!definitions.some((each) => each.id === id)) this.children.delete(id);
  }

  onChange(listener: (childId: string) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
  }

  /** Sets parts of a child and tells whoever listens. */
  change(id: string, parts: Partial<ChildView>, view?: MinerView): void {
    this.children.set(id, { ...(this.children.get(id) ?? buildChild({ id })), ...parts });
    if (view !== undefined) this.views.set(id, view);
    for (const listener of this.#listeners) listener(id);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listeners.clear();
  }

  async #move(what: string, id: string): Promise<Result<void, string>> {
    this.moved.push(`${what} ${id}`);
    return this.moveAnswer;
  }
}
