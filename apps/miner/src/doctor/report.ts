import type { TextOutlet } from '@dropwise/runtime';
import type { CheckGroup } from './check.ts';
import type { CheckResult } from './run-checks.ts';

/** Tells results as they come. */
export interface Reporter {
  tell(result: CheckResult): void;
  /** Once, at the end. */
  close(): void;
  readonly needsMending: boolean;
}

/** Lines for a person, grouped; or with `json` one JSON object a line: `checked` ones, and a `summary` at the end. */
export function createReporter(out: TextOutlet, json: boolean): Reporter {
  const counts = { ok: 0, look: 0 };
  let group: CheckGroup | null = null;
  let needsMending = false;
  const write = (line: string): void => void out.write(`${line}\n`);

  return {
    get needsMending() {
      return needsMending;
    },
    tell({ check, findings }) {
      if (!json && check.group !== group) write(capitalize(check.group));
      group = check.group;
      for (const finding of findings) {
        counts[finding.verdict] += 1;
        needsMending ||= finding.needsMending;
        if (json) write(JSON.stringify({ kind: 'checked', group: check.group, check: check.name, ...finding }));
        else
          write(`  ${finding.verdict.padEnd(5)} ${check.name}: ${[finding.sentence, finding.todo].join(' ').trim()}`);
      }
    },
    close() {
      if (json) write(JSON.stringify({ kind: 'summary', ...counts, needsMending }));
      else
        write(
          needsMending ? 'Something needs mending: see the lines that begin with "look".' : 'Nothing needs mending.',
        );
    },
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
