/** What a cluster is carried over: texts by subject, at most once, to whoever listens now. */
export interface ClusterBus {
  /** Dropped while there is no connection: what is sent is a state, and is said again. */
  publish(subject: string, text: string): void;
  /** `reply` answers one that was asked; it does nothing for what was published. */
  listen(subject: string, hear: (text: string, reply: (text: string) => void) => void): void;
  /** Null = no answer in time, or nobody there to give one. */
  ask(subject: string, text: string, withinMs: number): Promise<string | null>;
  /** Of a message that it carries. */
  readonly maxTextBytes: number;
  /** What was published before is with the server, unless there is none. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Names of a run's subjects. A run id has no dots. */
export function subjectsOf(runId: string): {
  readonly join: string;
  readonly clock: string;
  readonly orders: string;
  readonly parts: string;
  readonly parcels: string;
} {
  const prefix = `dropwise.audience.${runId}`;
  return {
    join: `${prefix}.join`,
    clock: `${prefix}.clock`,
    orders: `${prefix}.orders`,
    parts: `${prefix}.parts`,
    parcels: `${prefix}.parcels`,
  };
}
