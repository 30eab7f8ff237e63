import type { AdapterKind } from '@dropwise/contract';
import { fail } from '@dropwise/kit';
import type { Adapter } from '../adapters/adapter.ts';
import { sayOfAdapter } from '../adapters/adapter-sayings.ts';

/** Stands in for an adapter that this console was not given: its children say so when they are started. */
export function createAbsentAdapter(kind: AdapterKind): Adapter {
  const said = sayOfAdapter('adapter-absent', { adapter: kind });
  return {
    kind,
    can: [],
    cannot: [said],
    prepare: async () => fail(said),
    attach: () => {
      throw new Error(`${said.sentence} Nothing can be attached.`);
    },
  };
}
