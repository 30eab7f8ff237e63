import type { AnyFact, LogLine } from '@dropwise/contract';
import type { AdapterSink, SeenFact } from '../../adapter.ts';

/** A sink that keeps what it is told. */
export interface RecordingSink extends AdapterSink {
  readonly told: {
    readonly facts: SeenFact[];
    readonly lines: Omit<LogLine, 'childId'>[];
    readonly ready: (string | null)[];
    readonly degraded: (string | null)[];
    readonly lost: string[];
  };
  readonly kinds: readonly string[];
  factsOf<Kind extends AnyFact['kind']>(kind: Kind): readonly Extract<AnyFact, { readonly kind: Kind }>[];
  /** Resolves when `condition` holds, which is looked at whenever something is told. */
  until(condition: () => boolean): Promise<void>;
}

export function createRecordingSink(): RecordingSink {
  const told: RecordingSink['told'] = { facts: [], lines: [], ready: [], degraded: [], lost: [] };
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of [...waiting]) look();
  };
  const note = (keep: () => void): void => {
    keep();
    wake();
  };
  return {
    told,
    get kinds() {
      return told.facts.map(({ fact }) => fact.kind);
    },
    factsOf: (kind) =>
      told.facts
        .map(({ fact }) => fact)
        .filter((fact): fact is Extract<AnyFact, { kind: typeof kind }> => fact.kind === kind),
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ready: ({ version }) => note(() => told.ready.push(version)),
    alive: wake,
    facts: (facts, stored) => {
      note(() => told.facts.push(...facts));
      stored?.();
    },
    lines: (lines) => note(() => told.lines.push(...lines)),
    viewChanged: wake,
    degraded: (why) => note(() => told.degraded.push(why?.sentence ?? null)),
    lost: (why) => note(() => told.lost.push(why.sentence)),
  };
}
