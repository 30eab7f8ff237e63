import type { SayingView } from '@dropwise/contract';
import type { Said } from '@dropwise/core';

/** Sentences as they are sent. */
export function shown(said: Said): SayingView[] {
  return said.map(({ code, values, sentence }) => ({ code, values: { ...values }, sentence }));
}
