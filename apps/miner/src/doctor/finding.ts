import { formatReason, type ReasonCode, type ReasonDetail } from '@dropwise/core';

/** What a check found: one line of the doctor's answer. */
export interface Finding {
  readonly verdict: 'ok' | 'look';
  /** What is so. */
  readonly sentence: string;
  /** What to do; empty when there is nothing. */
  readonly todo: string;
  /** True: something does not work before a person has done it. */
  readonly needsMending: boolean;
}

export function ok(sentence: string): Finding {
  return { verdict: 'ok', sentence, todo: '', needsMending: false };
}

/** Worth knowing, but mining works all the same. */
export function note(sentence: string, todo = ''): Finding {
  return { verdict: 'look', sentence, todo, needsMending: false };
}

export function broken(sentence: string, todo: string): Finding {
  return { verdict: 'look', sentence, todo, needsMending: true };
}

/** In the words that the miner itself has for it. */
export function brokenBy(code: ReasonCode, detail: ReasonDetail): Finding {
  const { sentence, todo } = formatReason(code, detail);
  return broken(sentence, todo);
}

export function notedBy(code: ReasonCode, detail: ReasonDetail): Finding {
  const { sentence, todo } = formatReason(code, detail);
  return note(sentence, todo);
}
