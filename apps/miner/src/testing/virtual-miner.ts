import { defaultSettings, type Fact, type Input, type Memory, type Settings } from '@dropwise/core';
import { createRandom, type HttpDoor, VirtualClock } from '@dropwise/kit';
import { CookieJar, defaultProtocolData, type ProtocolData, parseCookieJar } from '@dropwise/twitch';
import { createSim, loadScenario, type Scenario, type Sim } from '@dropwise/twitch-sim';
import { createMiner, type Miner } from '../miner.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export interface VirtualOptions {
  /** One of the simulator's by name, or a world of the test's own. Default `sample`. */
  readonly scenario?: string | Scenario;
  readonly seed?: number;
  /** Groups replace the defaults' groups key by key. */
  readonly settings?: { readonly [Group in keyof Settings]?: Partial<Settings[Group]> };
  /** Approves device codes as a person would, at once. Default true. */
  readonly approve?: boolean;
  /** Keep all facts; a long run keeps counts only. Default true. */
  readonly keepFacts?: boolean;
  /** Stands between the miner and the local Twitch. */
  readonly wrapHttp?: (http: HttpDoor) => HttpDoor;
  readonly onInput?: (input: Input, now: number) => void;
}

/** A miner and a Twitch of its own, on a clock that tests advance. */
export interface VirtualMiner extends AsyncDisposable {
  readonly clock: VirtualClock;
  readonly sim: Sim;
  readonly miner: Miner;
  readonly facts: Fact[];
  readonly factCounts: Map<Fact['kind'], number>;
  protocol: ProtocolData;
  factsOf<Kind extends Fact['kind']>(kind: Kind): Extract<Fact, { kind: Kind }>[];
  /** Advances until a fact of the kind came after this call; throws where it was called when none does in time. */
  waitFor<Kind extends Fact['kind']>(
    kind: Kind,
    matches?: (fact: Extract<Fact, { kind: Kind }>) => boolean,
    limitMs?: number,
  ): Promise<Extract<Fact, { kind: Kind }>>;
  /** Ends this miner without a word and starts another on what it had saved. */
  restart(): Promise<void>;
}

export function mergeSettings(changes: VirtualOptions['settings'] = {}): Settings {
  const merged: Record<string, unknown> = { ...defaultSettings() };
  for (const [group, change] of Object.entries(changes)) merged[group] = { ...(merged[group] as object), ...change };
  return merged as unknown as Settings;
}

export async function startVirtualMiner(options: VirtualOptions = {}): Promise<VirtualMiner> {
  const { scenario = 'sample', seed = 1, approve = true, keepFacts = true } = options;
  // Loaded lazily by the hls transport; here at once, because virtual time does not wait for a disk.
  await import('@dropwise/hls');
  const world = typeof scenario === 'string' ? loadScenario(scenario, seed) : scenario;
  const clock = new VirtualClock(world.startAt, () => new Promise((resolve) => setImmediate(resolve)));
  const sim = createSim({ scenario: world, seed, clock });
  const facts: Fact[] = [];
  const factCounts = new Map<Fact['kind'], number>();
  let protocol: ProtocolData = defaultProtocolData;
  const saved: { cookies: string | null; memory: Memory | null } = { cookies: null, memory: null };

  function open(): Miner {
    const stored = saved.cookies === null ? null : parseCookieJar(saved.cookies, clock);
    const miner = createMiner({
      clock,
      random: createRandom(seed),
      http: options.wrapHttp?.(sim.http) ?? sim.http,
      sockets: sim.sockets,
      jar: stored?.ok ? stored.value : new CookieJar(clock),
      protocol: () => protocol,
      settings: mergeSettings(options.settings),
      memory: saved.memory,
      onFact(fact) {
        if (keepFacts) facts.push(fact);
        factCounts.set(fact.kind, (factCounts.get(fact.kind) ?? 0) + 1);
        if (approve && fact.kind === 'deviceCodeIssued') sim.approve(fact.userCode);
      },
      saveMemory: (memory) => {
        saved.memory = memory;
      },
      saveCookies: (text) => {
        saved.cookies = text;
      },
      ...(options.onInput === undefined ? {} : { onInput: options.onInput }),
    });
    miner.start();
    return miner;
  }

  let miner = open();
  const virtual: VirtualMiner = {
    get miner() {
      return miner;
    },
    get protocol() {
      return protocol;
    },
    set protocol(changed) {
      protocol = changed;
    },
    clock,
    sim,
    facts,
    factCounts,
    factsOf: <Kind extends Fact['kind']>(kind: Kind) =>
      facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind),
    async waitFor<Kind extends Fact['kind']>(
      kind: Kind,
      matches: (fact: Extract<Fact, { kind: Kind }>) => boolean = () => true,
      limitMs = 2 * hour,
    ) {
      const missed = new Error(`no fact ${kind} as asked within ${limitMs / minute} virtual minutes`);
      Error.captureStackTrace(missed, virtual.waitFor);
      const from = facts.length;
      const find = () =>
        facts
          .slice(from)
          .find(
            (fact): fact is Extract<Fact, { kind: Kind }> =>
              fact.kind === kind && matches(fact as Extract<Fact, { kind: Kind }>),
          );
      if (!(await clock.advanceUntil(() => find() !== undefined, limitMs))) throw missed;
      return find() as Extract<Fact, { kind: Kind }>;
    },
    async restart() {
      await virtual.miner[Symbol.asyncDispose]();
      miner = open();
    },
    async [Symbol.asyncDispose]() {
      await virtual.miner[Symbol.asyncDispose]();
      sim[Symbol.dispose]();
    },
  };
  return virtual;
}
