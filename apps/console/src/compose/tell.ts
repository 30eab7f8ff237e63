import type { StoredFact, StoredLine } from '@dropwise/contract';
import type { ConsoleArguments, Logger, LogLevel, ProcessIo } from '@dropwise/runtime';
import { sayFact } from './say-fact.ts';

/** What the console says on its own stdout and in its own log about what it remembers. */
export interface Teller {
  facts(stored: readonly StoredFact[]): void;
  /** With `--json`: a line of a kind of its own, such as `ready`. */
  line(value: { readonly kind: string } & Readonly<Record<string, unknown>>): void;
  lines(stored: readonly StoredLine[], skippedCount: number): void;
}

/** Lines of children that a person at the terminal wants to see, as levels of ours. */
const shownAs: Readonly<Record<StoredLine['level'], LogLevel>> = {
  error: 'person',
  warning: 'person',
  info: 'info',
  detail: 'detail',
  debug: 'debug',
  trace: 'trace',
};

export interface TellerParts {
  readonly args: ConsoleArguments;
  readonly io: ProcessIo;
  readonly log: Logger;
  /** A log without a file, because every miner keeps a log of its own. */
  readonly screen: Logger;
  readonly primaryId: () => string;
  /** What people call a child; null = the console itself. */
  readonly nameOf: (childId: string) => string | null;
}

export function createTeller({ args, io, log, screen, primaryId, nameOf }: TellerParts): Teller {
  const line: Teller['line'] = (value) => {
    if (args.json) io.stdout.write(`${JSON.stringify(value)}\n`);
  };
  return {
    line,
    facts: (stored) => {
      for (const { seq, at, childId, fact } of stored) {
        line({ ...fact, seq, at, childId });
        const said = sayFact(fact);
        if (said === null) continue;
        const name = nameOf(childId);
        log.log(said.level, name === null ? said.sentence : `${name}: ${said.sentence}`);
      }
    },
    lines: (stored, skippedCount) => {
      for (const { level, text, childId } of stored) {
        screen.log(shownAs[level], childId === primaryId() ? text : `${childId}: ${text}`);
      }
      if (skippedCount > 0)
        screen.person(`${skippedCount} lines were skipped: they came faster than they can be kept.`);
    },
  };
}
