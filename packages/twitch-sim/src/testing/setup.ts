import { VirtualClock } from '@dropwise/kit';
import { loadScenario } from '../scenarios/index.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createSim, type Sim } from '../sim.ts';
import { createTestClient, type TestClient } from './test-client.ts';

export interface TestSetup {
  readonly sim: Sim;
  readonly clock: VirtualClock;
  readonly client: TestClient;
}

/** The `sample` scenario, or a changed one, in virtual time with a signed-in viewer. */
export function setUp(change: (scenario: Scenario) => Scenario = (scenario) => scenario): TestSetup {
  const scenario = change(loadScenario('sample', 1));
  const clock = virtualClockAt(scenario.startAt);
  const sim = createSim({ scenario, seed: 1, clock });
  return { sim, clock, client: createTestClient(sim) };
}

export function virtualClockAt(startMs: number): VirtualClock {
  return new VirtualClock(startMs, () => new Promise((resolve) => setImmediate(resolve)));
}

/** `minutes` watch events 59 s apart, as the peers send them, and the time they take. */
export async function watchFor({ client, clock }: TestSetup, login: string, minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    await client.watch(login);
    await clock.advance(59_000);
  }
}
