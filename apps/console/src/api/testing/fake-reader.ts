import type { ResourceSample, StoredFact, StoredLine } from '@dropwise/contract';
import type {
  AuditRow,
  ClaimRow,
  DeliveryRow,
  FactQuery,
  LineQuery,
  MinutesRow,
  MoveRow,
  Page,
  PageQuery,
  SightingRow,
  StoreReader,
  Totals,
} from '@dropwise/store';

interface Row {
  readonly seq: number;
  readonly at: number;
}

/** What a store would hold, as lists in the order of storing; read by the same rules. */
export class FakeReader implements StoreReader {
  /** Rows that a filtered page looks at before it gives up and names where to go on. */
  maxLooked = Number.POSITIVE_INFINITY;
  readonly storedFacts: StoredFact[] = [];
  readonly storedLines: StoredLine[] = [];
  readonly storedClaims: ClaimRow[] = [];
  readonly storedMinutes: MinutesRow[] = [];
  readonly storedMoves: MoveRow[] = [];
  readonly storedSamples = new Map<string, ResourceSample[]>();
  readonly storedAudit: AuditRow[] = [];
  sizeBytes = 4_096;

  get lastFactSeq(): number {
    return this.storedFacts.at(-1)?.seq ?? 0;
  }

  get lastLineSeq(): number {
    return this.storedLines.at(-1)?.seq ?? 0;
  }

  facts(query: FactQuery): Page<StoredFact> {
    return this.#page(this.storedFacts, query, ({ childId, fact }) => {
      const isWanted = isOneOf(query.kinds, fact.kind) && isSame(query.childId, childId);
      return isWanted && holds(query.text, JSON.stringify(fact));
    });
  }

  lines(query: LineQuery): Page<StoredLine> {
    return this.#page(
      this.storedLines,
      query,
      ({ childId, level, source, text }) =>
        isSame(query.childId, childId) &&
        isOneOf(query.levels, level) &&
        isOneOf(query.sources, source) &&
        holds(query.text, text),
    );
  }

  claims(query: PageQuery & { readonly childId?: string; readonly text?: string }): Page<ClaimRow> {
    return this.#page(
      this.storedClaims,
      query,
      (row) => isSame(query.childId, row.childId) && holds(query.text, `${row.dropName} ${row.campaignName}`),
    );
  }

  minutes({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }): readonly MinutesRow[] {
    return this.storedMinutes.filter(({ day }) => day >= fromDay && day <= toDay);
  }

  sightings(): readonly SightingRow[] {
    return [];
  }

  moves(query: PageQuery & { readonly childId?: string }): Page<MoveRow> {
    return this.#page(this.storedMoves, query, ({ childId }) => isSame(query.childId, childId));
  }

  samples(query: {
    readonly childId: string;
    readonly since: number;
    readonly until: number;
    readonly maxPoints: number;
  }): readonly ResourceSample[] {
    const samples = this.storedSamples.get(query.childId) ?? [];
    return samples.filter(({ at }) => at >= query.since && at < query.until).slice(0, query.maxPoints);
  }

  audit(query: PageQuery & { readonly action?: string }): Page<AuditRow> {
    return this.#page(this.storedAudit, query, ({ action }) => isSame(query.action, action));
  }

  settings(): Page<never> {
    return { items: [], next: null };
  }

  deliveries(): Page<DeliveryRow> {
    return { items: [], next: null };
  }

  totals({
    since = 0,
    until = Number.POSITIVE_INFINITY,
  }: {
    readonly since?: number;
    readonly until?: number;
  }): Totals {
    const within = ({ at }: { readonly at: number }) => at >= since && at < until;
    return {
      claims: this.storedClaims.filter(within).length,
      confirmedMinutes: sum(this.storedMinutes.map((row) => row.confirmedMinutes)),
      estimatedMinutes: sum(this.storedMinutes.map((row) => row.estimatedMinutes)),
      facts: this.storedFacts.filter(within).length,
      lines: this.storedLines.filter(within).length,
      sizeBytes: this.sizeBytes,
    };
  }

  #page<Item extends Row>(rows: readonly Item[], query: PageQuery, fits: (row: Item) => boolean): Page<Item> {
    const { before = Number.POSITIVE_INFINITY, after, since = 0, until = Number.POSITIVE_INFINITY, limit } = query;
    const ahead = rows.filter(({ seq }) => seq < before && (after === undefined || seq > after));
    const ordered = after === undefined ? ahead.toReversed() : ahead;
    const looked = ordered.slice(0, this.maxLooked);
    const fitting = looked.filter((row) => row.at >= since && row.at < until && fits(row));
    const items = fitting.slice(0, limit);
    const last = fitting.length > limit ? items.at(-1) : looked.at(-1);
    const isMore = fitting.length > limit || ordered.length > looked.length;
    return { items, next: isMore ? (last?.seq ?? null) : null };
  }
}

function isOneOf(wanted: readonly string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.includes(value);
}

function isSame(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === value;
}

function holds(wanted: string | undefined, text: string): boolean {
  return wanted === undefined || text.toLowerCase().includes(wanted.toLowerCase());
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
