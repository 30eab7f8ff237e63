import type { LogLine, NewFact, ResourceSample, StoredFact, StoredLine } from '@dropwise/contract';

/** Everything the console remembers: `dropwise.db`, one writer and one reader that cannot write. */
export interface Store extends Disposable {
  readonly writer: StoreWriter;
  readonly reader: StoreReader;
  /** What the opening did. */
  readonly opening: {
    /** Where a database that could not be used was put; null = there was none. */
    readonly setAside: string | null;
    /** Why, as a sentence. */
    readonly problem: string | null;
    readonly fromVersion: number;
    readonly version: number;
  };
  /** A consistent copy of the database as it is now, while work goes on. */
  copyTo(path: string): Promise<void>;
  /** Removes what is too old or too much, one small slice a call; `done` = nothing more to remove now. */
  trim(policy: RetentionPolicy, now: number): { readonly removed: number; readonly done: boolean };
}

/** Ages in days, size in bytes; claims, and minutes by day, are never removed. */
export interface RetentionPolicy {
  readonly factDays: number;
  readonly lineDays: number;
  readonly sampleDays: number;
  readonly auditDays: number;
  readonly maxBytes: number;
}

/** Every call is one transaction: when it returns, all of it is kept or (it throws) none. */
export interface StoreWriter {
  /** Gives back those that were new. Claims, minutes by day and sightings follow from the facts within the same transaction. */
  addFacts(facts: readonly NewFact[]): readonly StoredFact[];
  addLines(lines: readonly LogLine[]): readonly StoredLine[];
  addSamples(samples: readonly ChildSample[]): void;
  addAudit(entry: NewAudit): void;
  /** The owner's settings as they are from now on: values that differ from the defaults, secrets left out. */
  addSettings(record: {
    readonly at: number;
    readonly by: string;
    readonly values: Readonly<Record<string, unknown>>;
  }): void;
  addDelivery(delivery: NewDelivery): number;
  /** Another attempt was made. */
  noteDelivery(id: number, outcome: DeliveryOutcome): void;
}

export interface ChildSample extends ResourceSample {
  /** `console` for the console itself. */
  readonly childId: string;
}

export interface NewAudit {
  readonly at: number;
  readonly whoKind: string;
  readonly whoName: string;
  readonly address: string;
  readonly action: string;
  readonly target: string;
  /** JSON-able; `null` = nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditRow extends NewAudit {
  readonly seq: number;
}

export interface SettingsRow {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface NewDelivery {
  readonly at: number;
  readonly channelId: string;
  readonly rule: string;
  readonly title: string;
  readonly text: string;
}

export interface DeliveryOutcome {
  readonly at: number;
  readonly state: 'delivered' | 'failed' | 'waiting';
  /** What the other side said; masked. */
  readonly detail: string;
}

export interface DeliveryRow extends NewDelivery {
  readonly id: number;
  readonly state: 'delivered' | 'failed' | 'waiting';
  readonly attempts: number;
  readonly lastAttemptAt: number | null;
  readonly detail: string;
}

/**
 * Newest first unless `after` is given. `next` is the `before` (or `after`) of the page that follows; null = this was the
 * last. A filtered page may have fewer items than asked for, or none, and yet a `next`: it has looked at as much as one page
 * may, and the next goes on from there.
 */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: number | null;
}

export interface PageQuery {
  /** Only what is older than this sequence number, newest first. */
  readonly before?: number;
  /** Only what is newer, oldest first. */
  readonly after?: number;
  /** Epoch ms, inclusive; `until` exclusive. */
  readonly since?: number;
  readonly until?: number;
  /** 1 to 1,000. */
  readonly limit: number;
}

export interface FactQuery extends PageQuery {
  readonly kinds?: readonly string[];
  readonly childId?: string;
  /** In any of the names, without case. */
  readonly text?: string;
}

export interface LineQuery extends PageQuery {
  readonly childId?: string;
  readonly levels?: readonly string[];
  readonly sources?: readonly string[];
  readonly text?: string;
}

export interface ClaimRow {
  readonly seq: number;
  readonly at: number;
  readonly childId: string;
  /** Null where the adapter could not know. */
  readonly dropId: string | null;
  readonly dropName: string;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly gameName: string | null;
  readonly benefitNames: readonly string[];
}

export interface MinutesRow {
  /** `2026-03-01`, in the time zone the store was opened with. */
  readonly day: string;
  readonly gameName: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly confirmedMinutes: number;
  /** Minutes that were believed; how many of them were confirmed later is in the other number. */
  readonly estimatedMinutes: number;
}

export interface SightingRow {
  readonly at: number;
  readonly channelId: string | null;
  readonly login: string;
  readonly live: boolean;
  readonly game: string | null;
}

/** The mission's log line: a change of channel and how long the one before was watched. */
export interface MoveRow {
  readonly seq: number;
  readonly at: number;
  readonly childId: string;
  /** `switch`, `start`, `stop`, `idle`. */
  readonly eventType: string;
  readonly fromChannel: string | null;
  readonly toChannel: string | null;
  readonly reason: string | null;
  readonly durationSeconds: number | null;
}

export interface Totals {
  readonly claims: number;
  readonly confirmedMinutes: number;
  readonly estimatedMinutes: number;
  readonly facts: number;
  readonly lines: number;
  readonly sizeBytes: number;
}

export interface StoreReader {
  readonly lastFactSeq: number;
  readonly lastLineSeq: number;
  facts(query: FactQuery): Page<StoredFact>;
  lines(query: LineQuery): Page<StoredLine>;
  claims(query: PageQuery & { readonly childId?: string; readonly text?: string }): Page<ClaimRow>;
  /** Both days included; of all children together, unless one is named. */
  minutes(range: {
    readonly fromDay: string;
    readonly toDay: string;
    readonly childId?: string;
  }): readonly MinutesRow[];
  /** Newest first. */
  sightings(query: { readonly login?: string; readonly since: number; readonly limit: number }): readonly SightingRow[];
  moves(query: PageQuery & { readonly childId?: string }): Page<MoveRow>;
  /** At most `maxPoints`, averaged over equal spans. */
  samples(query: {
    readonly childId: string;
    readonly since: number;
    readonly until: number;
    readonly maxPoints: number;
  }): readonly ResourceSample[];
  audit(query: PageQuery & { readonly action?: string }): Page<AuditRow>;
  settings(query: PageQuery): Page<SettingsRow>;
  deliveries(query: PageQuery & { readonly channelId?: string }): Page<DeliveryRow>;
  totals(query: { readonly since?: number; readonly until?: number }): Totals;
}
