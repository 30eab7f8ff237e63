import type { Who } from './who.ts';

/** Who changed what from where, before and after. Secrets are replaced before they come here. */
export interface AuditEntry {
  readonly who: Pick<Who, 'kind' | 'name' | 'address'>;
  /** Verb and object: `settings.change`, `child.restart`, `login.failed`. */
  readonly action: string;
  /** What it was done to: a key, an id; empty = the console. */
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditLog {
  /** Never throws. */
  record(entry: AuditEntry): void;
}
