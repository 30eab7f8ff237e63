import type { AdapterKind } from '@dropwise/contract';
import { fail } from '@dropwise/kit';
import type { Adapter } from '../adapters/adapter.ts';

/** Stands in for an adapter that this console was not given: its children say so when they are started. */
export function createAbsentAdapter(kind: AdapterKind): Adapter {
  const sentence = `This console has no adapter "${kind}". Choose another for this child.`;
  return {
    kind,
    can: [],
    cannot: [sentence],
    prepare: async () => fail(sentence),
    attach: () => {
      throw new Error(`${sentence} Nothing can be attached.`);
    },
  };
}
