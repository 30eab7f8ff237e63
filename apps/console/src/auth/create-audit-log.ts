import type { Clock } from '@dropwise/kit';
import type { NewAudit, StoreWriter } from '@dropwise/store';
import type { AuditEntry, AuditLog } from './audit-log.ts';
import { cleanText } from './clean-text.ts';

export interface AuditLogOptions {
  readonly writer: Pick<StoreWriter, 'addAudit'>;
  readonly clock: Clock;
  /** Told what could not be kept. */
  readonly onProblem: (sentence: string) => void;
}

/** Longer values are kept as their beginning: a settings file may be large, and what changed is in the history anyway. */
const maxValueLength = 20_000;

/** Keeps the audit in the database. What people and programs wrote into it is cleaned on the way. */
export function createAuditLog({ clock, onProblem, writer }: AuditLogOptions): AuditLog {
  return {
    record: (entry) => {
      try {
        writer.addAudit({ at: clock.now(), ...flatten(entry) });
      } catch (error) {
        const found = error instanceof Error ? error.message : String(error);
        onProblem(`The audit entry "${cleanText(entry.action, 60)}" could not be kept: ${found}.`);
      }
    },
  };
}

function flatten({ action, after, before, target, who }: AuditEntry): Omit<NewAudit, 'at'> {
  return {
    whoKind: who.kind,
    whoName: cleanText(who.name, 100),
    address: cleanText(who.address, 100),
    action: cleanText(action, 60),
    target: cleanText(target, 200),
    before: boundValue(before),
    after: boundValue(after),
  };
}

function boundValue(value: unknown): unknown {
  const text = JSON.stringify(value ?? null);
  return text.length <= maxValueLength ? (value ?? null) : cleanText(text, maxValueLength);
}
