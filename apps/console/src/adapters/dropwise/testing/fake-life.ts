import { type ConsoleMessage, childDefinition, type LogLine, type MinerMessage } from '@dropwise/contract';
import type { Saying } from '@dropwise/core';
import * as v from 'valibot';
import type { AdapterSink, ChildLife, SeenFact } from '../../adapter.ts';

/** One life of a miner that a test speaks for. */
export class FakeLife implements ChildLife {
  readonly child = v.parse(childDefinition, { id: 'miner', name: 'Miner', adapter: 'dropwise' });
  readonly pid = 7;
  readonly sent: ConsoleMessage[] = [];
  isHeard = true;
  readonly #end = new AbortController();
  #onLine: (line: string, stream: 'stdout' | 'stderr') => void = () => {};
  #onMessage: (message: unknown) => void = () => {};

  get ended(): AbortSignal {
    return this.#end.signal;
  }

  onLine(listener: (line: string, stream: 'stdout' | 'stderr') => void): void {
    this.#onLine = listener;
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }

  send(message: unknown): boolean {
    if (this.isHeard) this.sent.push(message as ConsoleMessage);
    return this.isHeard;
  }

  signal(): void {}

  /** As the channel carries it. */
  say(message: MinerMessage): void {
    this.#onMessage(structuredClone(message));
  }

  sayOdd(message: unknown): void {
    this.#onMessage(message);
  }

  print(line: string, stream: 'stdout' | 'stderr'): void {
    this.#onLine(line, stream);
  }

  end(): void {
    this.#end.abort(new Error('the miner ended'));
  }
}

/** Keeps everything that an adapter tells. */
export class FakeSink implements AdapterSink {
  readonly readies: (string | null)[] = [];
  readonly degradations: (string | null)[] = [];
  readonly seenFacts: SeenFact[] = [];
  readonly seenLines: Omit<LogLine, 'childId'>[] = [];
  readonly stored: (() => void)[] = [];
  aliveCount = 0;
  viewChangeCount = 0;

  ready({ version }: { readonly version: string | null }): void {
    this.readies.push(version);
  }

  alive(): void {
    this.aliveCount += 1;
  }

  facts(facts: readonly SeenFact[], stored?: () => void): void {
    this.seenFacts.push(...facts);
    if (stored !== undefined) this.stored.push(stored);
  }

  lines(lines: readonly Omit<LogLine, 'childId'>[]): void {
    this.seenLines.push(...lines);
  }

  viewChanged(): void {
    this.viewChangeCount += 1;
  }

  degraded(why: Saying | null): void {
    this.degradations.push(why?.sentence ?? null);
  }

  lost(): void {}
}
