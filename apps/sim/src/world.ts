import { fail, type HttpDoor, type Result, type SocketDoor, succeed, VirtualClock } from '@dropwise/kit';
import { createSim, loadScenario, scenarioNames } from '@dropwise/twitch-sim';

/** A local Twitch in this process. Time stands still until its clock is advanced. */
export interface OpenWorld extends Disposable {
  readonly clock: VirtualClock;
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
  approve(userCode: string): void;
}

/** A failure is one sentence for a person. */
export function openWorld(scenarioName: string, seed: number): Result<OpenWorld, string> {
  if (!scenarioNames.includes(scenarioName)) {
    return fail(`Expected --scenario to be one of ${scenarioNames.join(', ')}, found "${scenarioName}". Choose one.`);
  }
  const scenario = loadScenario(scenarioName, seed);
  const clock = new VirtualClock(scenario.startAt, () => new Promise((resolve) => setImmediate(resolve)));
  const sim = createSim({ scenario, seed, clock });
  return succeed({
    clock,
    http: sim.http,
    sockets: sim.sockets,
    approve: (userCode) => void sim.approve(userCode),
    [Symbol.dispose]: () => sim[Symbol.dispose](),
  });
}
