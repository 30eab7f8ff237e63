export type Changes = Readonly<Record<string, unknown>>;

/** How it stands with what was changed. */
export interface Keeping {
  readonly state: 'none' | 'keeping' | 'kept';
  /** What went wrong with the last changes; null = nothing. */
  readonly problem: string | null;
}

/** Sends changes; resolves with what went wrong, null = nothing. Never rejects. */
export type SendChanges = (changes: Changes) => Promise<string | null>;

/**
 * Keeps changes as they are made: one request at a time, and what is changed meanwhile goes with the next one, each setting as
 * it was changed last. A problem is told until all of it was sent: what follows may go well, and what failed is not kept.
 */
export function createKeeper(send: SendChanges, tell: (keeping: Keeping) => void): (changes: Changes) => Promise<void> {
  let waiting: Changes = {};
  let isSending = false;
  return async (changes) => {
    waiting = { ...waiting, ...changes };
    if (isSending) return;
    isSending = true;
    let problem: string | null = null;
    tell({ state: 'keeping', problem });
    while (Object.keys(waiting).length > 0) {
      const sent = waiting;
      waiting = {};
      problem = (await send(sent)) ?? problem;
      tell({ state: 'keeping', problem });
    }
    isSending = false;
    tell({ state: problem === null ? 'kept' : 'none', problem });
  };
}
