import type { Fact } from '@dropwise/core';
import type { Clock } from '@dropwise/kit';
import type { Logger, TextOutlet } from '@dropwise/runtime';
import { narrate } from './narrate.ts';

/** Every fact as a line of the log, and with `--json` as a line of NDJSON: `{"at": epoch ms, "kind": …}`. */
export function createFactReporter(log: Logger, clock: Clock, facts: TextOutlet | null): (fact: Fact) => void {
  return (fact) => {
    const { level, text } = narrate(fact);
    log.log(level, text, { fact: fact.kind, ...(fact.kind === 'reasonRaised' ? { reason: fact.code } : {}) });
    facts?.write(`${JSON.stringify({ at: clock.now(), ...fact })}\n`);
  };
}
