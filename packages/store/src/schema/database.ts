import type { AuditTable } from './audit.ts';
import type { ClaimTable } from './claim.ts';
import type { DeliveryTable } from './delivery.ts';
import type { DropMinutesTable } from './drop-minutes.ts';
import type { FactTable } from './fact.ts';
import type { HourTable } from './hour.ts';
import type { LineTable } from './line.ts';
import type { LineOriginTable } from './line-origin.ts';
import type { MigrationTable } from './migration.ts';
import type { MinutesTable } from './minutes.ts';
import type { MoveTable } from './move.ts';
import type { SampleTable } from './sample.ts';
import type { SettingsRecordTable } from './settings-record.ts';
import type { SightingTable } from './sighting.ts';
import type { SubjectTable } from './subject.ts';
import type { WatchTable } from './watch.ts';

/** The tables as the newest migration leaves them. */
export interface Database {
  readonly audit: AuditTable;
  readonly claims: ClaimTable;
  readonly deliveries: DeliveryTable;
  readonly drop_minutes: DropMinutesTable;
  readonly facts: FactTable;
  readonly hours: HourTable;
  readonly line_origins: LineOriginTable;
  readonly lines: LineTable;
  readonly migrations: MigrationTable;
  readonly minutes: MinutesTable;
  readonly moves: MoveTable;
  readonly samples: SampleTable;
  readonly settings_records: SettingsRecordTable;
  readonly sightings: SightingTable;
  readonly subjects: SubjectTable;
  readonly watches: WatchTable;
}
