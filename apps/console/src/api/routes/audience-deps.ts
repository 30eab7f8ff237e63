import type { AudienceRuns } from '../../audience/audience-runs.ts';
import type { OperatorKeys } from '../../audience/operator-keys.ts';
import type { RunArchive } from '../../audience/run-archive.ts';
import type { AuditLog } from '../../auth/audit-log.ts';
import type { CommandLimit } from './command-limit.ts';

export interface AudienceDeps {
  readonly runs: AudienceRuns;
  readonly archive: RunArchive;
  readonly keys: OperatorKeys;
  readonly audit: AuditLog;
  readonly limit: CommandLimit;
}
