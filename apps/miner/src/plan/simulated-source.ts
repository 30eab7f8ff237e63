import { defaultSettings, miningSettingsOf } from '@dropwise/core';
import {
  createRandom,
  fail,
  type HttpDoor,
  type Result,
  type SocketDoor,
  succeed,
  type VirtualClock,
} from '@dropwise/kit';
import { CookieJar, defaultProtocolData } from '@dropwise/twitch';
import { createMiner } from '../miner.ts';
import type { PlanSource } from './plan-source.ts';

/** A Twitch in this process, in a time of its own. */
export interface SimulatedWorld extends Disposable {
  readonly clock: VirtualClock;
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
  /** As a person would who enters the code. */
  approve(userCode: string): void;
}

const hourMs = 3_600_000;
/** Signing in and the first look at everything take minutes; this is for a world in which they fail. */
const patienceMs = 3 * hourMs;

/** Lets a miner sign in and learn campaigns and channels: what it knows when it first chooses what to watch. */
export async function learnSimulatedSource(
  world: SimulatedWorld,
  seed: number,
  signal: AbortSignal,
): Promise<Result<PlanSource, string>> {
  // Loaded lazily by the hls transport; here at once, because virtual time does not wait for a disk.
  await import('@dropwise/hls');
  const settings = defaultSettings();
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  await using miner = createMiner({
    clock: world.clock,
    random: createRandom(seed),
    http: world.http,
    sockets: world.sockets,
    jar: new CookieJar(world.clock),
    protocol: () => defaultProtocolData,
    settings,
    memory: null,
    onFact(fact) {
      if (fact.kind === 'deviceCodeIssued') world.approve(fact.userCode);
    },
    saveMemory: () => {},
    saveCookies: () => {},
  });
  miner.start();
  const hasChosen = (): boolean => ['watching', 'idle'].includes(miner.state.phase.kind);
  await world.clock.advanceUntil(() => signal.aborted || hasChosen(), patienceMs);
  if (signal.aborted) return fail('Stopped before the miner of this scenario had looked at its campaigns.');
  if (!hasChosen()) {
    return fail(
      `The miner of this scenario did not get to its campaigns within ${patienceMs / hourMs} simulated hours.`,
    );
  }
  const { state } = miner;
  return succeed({
    state: { ...state, settings: miningSettingsOf(settings, timeZone) },
    now: world.clock.now(),
    rememberedAt: null,
    timeZone,
    problems: [],
  });
}
