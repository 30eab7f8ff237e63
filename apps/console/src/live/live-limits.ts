export interface LiveLimits {
  /** Clients at once; more are refused. */
  readonly maxClients: number;
  /** Characters that may wait for one client; above it is dropped. */
  readonly maxBacklog: number;
  /** Events kept for clients that were away, by number and by size. */
  readonly maxMissedEvents: number;
  readonly maxMissedBytes: number;
  /** Whoever missed more gets a fresh state. */
  readonly maxResumeBytes: number;
  /** Changes are gathered for so long, and sent as what they come to. */
  readonly gatherMs: number;
  /** Lines a second that go live; the rest is counted. */
  readonly linesPerSecond: number;
  /** Facts a second that go live; the rest shows in the history alone. */
  readonly factsPerSecond: number;
  /** How often those who listen are looked at again. */
  readonly recheckMs: number;
}

export const defaultLiveLimits: LiveLimits = {
  maxClients: 500,
  maxBacklog: 4_000_000,
  maxMissedEvents: 5_000,
  maxMissedBytes: 8_000_000,
  maxResumeBytes: 1_000_000,
  gatherMs: 100,
  linesPerSecond: 200,
  factsPerSecond: 200,
  recheckMs: 60_000,
};
