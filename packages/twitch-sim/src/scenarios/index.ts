import { createEvening } from './evening.ts';
import { createLaunchDay } from './launch-day.ts';
import { createRealWeeks } from './real-weeks.ts';
import { createSample } from './sample.ts';
import type { Scenario } from './scenario.ts';
import { createSeptember2026 } from './september-2026.ts';

export type {
  ChannelSchedule,
  Scenario,
  ScenarioCampaign,
  ScenarioChannel,
  ScenarioDrop,
  ScenarioGame,
  ScenarioSwitches,
} from './scenario.ts';

/** Shipped data is read when its scenario is asked for, never before. */
const scenarios: Readonly<Record<string, (seed: number) => Scenario>> = {
  sample: createSample,
  evening: createEvening,
  'launch-day': createLaunchDay,
  'real-weeks': createRealWeeks,
  'september-2026': createSeptember2026,
};

export const scenarioNames: readonly string[] = Object.keys(scenarios);

/**
 * The world called `name`; the same `name` and `seed` always give the same one.
 *
 * @throws when no scenario has that name; the message lists the known ones.
 */
export function loadScenario(name: string, seed: number): Scenario {
  const create = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (create === undefined) {
    throw new Error(
      `Expected the name of a scenario (${scenarioNames.join(', ')}), found "${name}": choose one of them.`,
    );
  }
  return create(seed);
}
