import type { AdapterKind, MinerCommand, MinerView } from '@dropwise/contract';
import { inOtherWords, type Saying } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import type { Adapter, AdapterSession, AdapterSink, ChildLife, ChildProgram } from '../../adapters/adapter.ts';
import { createTestView } from './test-view.ts';

export interface FakeLife {
  readonly life: ChildLife;
  readonly sink: AdapterSink;
  readonly lines: string[];
  readonly messages: unknown[];
  readonly asked: MinerCommand[];
  isDisposed: boolean;
}

export interface FakeAdapterOptions {
  /** Default: `command`. */
  readonly kind?: AdapterKind;
  readonly ipc?: boolean;
  readonly env?: ChildProgram['env'];
  readonly prepare?: () => Promise<Result<ChildProgram | null, Saying>>;
  /** Called at the end of `attach`. */
  readonly onAttach?: (fake: FakeLife) => void;
  readonly onAsk?: (command: MinerCommand, fake: FakeLife) => Promise<Result<void, string>>;
  /** Called as the session is let go. */
  readonly onDispose?: (fake: FakeLife) => void | Promise<void>;
}

/** Starts what the definition says; the line `up` makes it ready, every line is a line. */
export class FakeAdapter implements Adapter {
  readonly kind: AdapterKind;
  readonly can = [];
  readonly cannot = [inOtherWords('It knows nothing.')];
  readonly lives: FakeLife[] = [];
  readonly #options: FakeAdapterOptions;

  constructor(options: FakeAdapterOptions = {}) {
    this.#options = options;
    this.kind = options.kind ?? 'command';
  }

  prepare: Adapter['prepare'] = async (child) => {
    if (this.#options.prepare !== undefined) return await this.#options.prepare();
    const [command = '', ...args] = child.command;
    const { ipc = false, env = {} } = this.#options;
    return succeed({ command, args, workingFolder: child.workingFolder, env: { ...child.env, ...env }, ipc });
  };

  attach: Adapter['attach'] = (life, sink) => {
    const fake: FakeLife = { life, sink, lines: [], messages: [], asked: [], isDisposed: false };
    this.lives.push(fake);
    life.onLine((line, stream) => {
      fake.lines.push(line);
      if (line === 'up') sink.ready({ version: '1.0' });
      const level = stream === 'stderr' ? 'error' : 'info';
      sink.lines([{ at: 0, level, source: stream, text: line }]);
    });
    life.onMessage((message) => fake.messages.push(message));
    this.#options.onAttach?.(fake);
    return this.#createSession(fake);
  };

  #createSession(fake: FakeLife): AdapterSession {
    const view: MinerView = createTestView(`life ${this.lives.length}`);
    return {
      view,
      clock: { now: () => 0, speed: 1 },
      settingsTaken: null,
      previewPlan: () => fail('It has no planner.'),
      ask: async (command) => {
        fake.asked.push(command);
        const answer = await this.#options.onAsk?.(command, fake);
        if (answer?.ok === true) return answer;
        return fail({ kind: 'cannot', sentence: answer?.failure ?? 'It cannot be asked.' });
      },
      [Symbol.asyncDispose]: async () => {
        await this.#options.onDispose?.(fake);
        fake.isDisposed = true;
      },
    };
  }
}
