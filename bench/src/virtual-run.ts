/** What a miner did in virtual time, and how long that took. */
export interface VirtualRun {
  readonly scenario: string;
  readonly days: number;
  readonly wallSeconds: number;
  readonly daysASecond: number;
  readonly claimed: number;
  readonly confirmedMinutes: number;
}

export function isVirtualRun(value: unknown): value is VirtualRun {
  return typeof value === 'object' && value !== null && 'daysASecond' in value && 'scenario' in value;
}
