import type { AuditEntry, AuditLog } from '../../auth/audit-log.ts';

/** Keeps what is recorded. */
export class FakeAuditLog implements AuditLog {
  readonly entries: AuditEntry[] = [];

  record(entry: AuditEntry): void {
    this.entries.push(entry);
  }

  get actions(): readonly string[] {
    return this.entries.map(({ action, target }) => (target === '' ? action : `${action} ${target}`));
  }
}
