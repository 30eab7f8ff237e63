/** What is counted, by group; a group never holds more names than `maxNames`. */
export type TallyGroup =
  | 'routes'
  | 'operations'
  | 'statuses'
  | 'refusals'
  | 'faults'
  | 'watch'
  | 'socketFrames'
  | 'socketMessages'
  | 'claims'
  | 'peaks';

export type Counters = Readonly<Record<TallyGroup, Readonly<Record<string, number>>>>;

const groups: readonly TallyGroup[] = [
  'routes',
  'operations',
  'statuses',
  'refusals',
  'faults',
  'watch',
  'socketFrames',
  'socketMessages',
  'claims',
  'peaks',
];

/** Names come from outside: beyond this many of a group they are counted as `other`. */
const maxNames = 200;

/** Counts that are never forgotten, unlike the request log's entries. */
export class Tally {
  readonly #groups = new Map<TallyGroup, Map<string, number>>(groups.map((group) => [group, new Map()]));

  count(group: TallyGroup, name: string, by = 1): void {
    const counts = this.#of(group);
    const key = counts.has(name) || counts.size < maxNames ? name : 'other';
    counts.set(key, (counts.get(key) ?? 0) + by);
  }

  /** Keeps the highest value seen. */
  peak(name: string, value: number): void {
    const counts = this.#of('peaks');
    if (value > (counts.get(name) ?? 0)) counts.set(name, value);
  }

  read(group: TallyGroup, name: string): number {
    return this.#of(group).get(name) ?? 0;
  }

  counters(): Counters {
    return Object.fromEntries(groups.map((group) => [group, Object.fromEntries(this.#of(group))])) as Counters;
  }

  #of(group: TallyGroup): Map<string, number> {
    return this.#groups.get(group) ?? new Map();
  }
}
