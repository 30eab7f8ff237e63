import type { ScenarioSwitches } from './scenario.ts';

/** The July/August 2026 baseline: nothing is refused. Protocol 0.2. */
export const noSwitches: ScenarioSwitches = {
  deviceLoginRefusedFor: [],
  nullCatalogueFor: [],
  dropEventsRefusedFor: [],
  integrityRequiredFor: [],
};
