import { type Clock, createRandom, type HttpDoor, hashText, type SocketDoor, VirtualClock } from '@dropwise/kit';
import { defaultProtocolData } from '@dropwise/twitch/definitions';
import type { Behavior } from './behaviors/behavior.ts';
import { behaviors } from './behaviors/index.ts';
import type { SimRequest, TimedReply } from './doors/exchange.ts';
import { createInProcessHttp } from './doors/in-process-http.ts';
import { createInProcessSockets } from './doors/in-process-sockets.ts';
import { handleRequest } from './doors/pipeline.ts';
import type { OperationOverride, Service } from './doors/service.ts';
import { SocketHub } from './doors/socket-hub.ts';
import { FaultBoard } from './fault-board.ts';
import { RequestLog } from './request-log.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type Counters, Tally } from './tally.ts';
import { HlsSessions } from './world/hls-sessions.ts';
import { findClientByName } from './world/sign-in.ts';
import { createWorld, type World } from './world/world.ts';
import type { WorldListener } from './world/world-event.ts';
import { applySwitches, connectFaults } from './world/world-faults.ts';

export interface SimOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: Clock;
  /** Approves every device code by itself after its first poll. */
  readonly autoApprove?: boolean;
  /** How many times as fast as real `clock` runs, where it is known: told by the control door. */
  readonly speed?: number;
}

/** The local Twitch: one world, reached in process (`http`, `sockets`) or through `startSimServer`. */
export interface Sim {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: Clock;
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
  readonly world: World;
  readonly faults: FaultBoard;
  readonly requests: RequestLog;
  readonly hub: SocketHub;
  counters(): Counters;
  /** What every door hands its requests to. */
  handle(request: SimRequest): Promise<TimedReply>;
  /** False when no such code waits. */
  approve(userCode: string): boolean;
  deny(userCode: string): boolean;
  /** Makes every token dead; returns how many there were. */
  revoke(): number;
  /** A token as if the device flow had been gone through. @throws for an unknown client name. */
  issueToken(clientName: string): string;
  /** Answers an operation before the simulator does, until disposed; the newest is asked first. */
  onOperation(operationName: string, override: OperationOverride): Disposable;
  onEvent(listener: WorldListener): Disposable;
  /** See `RequestLog.wait`: rejects with a stack that points at the caller. */
  waitForRequest: RequestLog['wait'];
  /** See `RequestLog.assert`: throws with a stack that points at the caller. */
  assertReceived: RequestLog['assert'];
  /** Stops the world's timers and drops every socket. */
  [Symbol.dispose](): void;
}

/** Builds a simulator; no I/O, no timers until somebody listens. */
export function createSim({ scenario, seed, clock, autoApprove = false, speed = 1 }: SimOptions): Sim {
  const tally = new Tally();
  const faults = new FaultBoard(clock, (kind) => tally.count('faults', kind));
  const world = createWorld({ scenario, seed, clock, faults, autoApprove });
  const requests = new RequestLog(clock);
  const hlsSessions = new HlsSessions(createRandom(hashText(`${seed}:hls`)));
  const chance = createRandom(hashText(`${seed}:chance`));
  const overrides = new Map<string, readonly OperationOverride[]>();
  const service: Service = {
    scenario,
    seed,
    clock,
    manualClock: clock instanceof VirtualClock ? clock : null,
    speed: speed,
    sockets: () => hub.list(),
    world,
    faults,
    tally,
    requests,
    hlsSessions,
    chance,
    behaviorsByHash,
    behaviorsByName,
    overrides,
  };
  const hub = new SocketHub(service);
  applySwitches(scenario, faults);
  connectFaults(faults, world);
  const handle = (request: SimRequest): Promise<TimedReply> => handleRequest(service, request);

  return {
    scenario,
    seed,
    clock,
    http: createInProcessHttp(handle, clock),
    sockets: createInProcessSockets((url, peer) => hub.open(url, peer)),
    world,
    faults,
    requests,
    hub,
    counters: () => tally.counters(),
    handle,
    approve: (userCode) => world.signIn.decide(userCode, 'approved'),
    deny: (userCode) => world.signIn.decide(userCode, 'denied'),
    revoke: () => world.signIn.revokeAll(),
    issueToken: (clientName) => {
      const client = findClientByName(clientName);
      if (client === undefined)
        throw new Error(`expected a client name (tv, android, web, mobile-web), found "${clientName}"; choose one`);
      return world.signIn.issueToken(client).value;
    },
    onOperation: (name, override) => addOverride(overrides, name, override),
    onEvent: (listener) => world.events.on(listener),
    waitForRequest: requests.wait.bind(requests),
    assertReceived: requests.assert.bind(requests),
    [Symbol.dispose]: () => {
      hub.closeAll();
      world[Symbol.dispose]();
    },
  };
}

/** Both columns of protocol 3.4, and the hashes that `staleHash` renews to. */
const behaviorsByHash: ReadonlyMap<string, Behavior> = new Map(
  behaviors.flatMap((behavior) =>
    [defaultProtocolData.hashes[behavior.operation], ...behavior.otherHashes].map((hash): [string, Behavior] => [
      hash,
      behavior,
    ]),
  ),
);

const behaviorsByName: ReadonlyMap<string, Behavior> = new Map(
  behaviors.map((behavior) => [behavior.operation, behavior]),
);

function addOverride(
  overrides: Map<string, readonly OperationOverride[]>,
  name: string,
  override: OperationOverride,
): Disposable {
  overrides.set(name, [...(overrides.get(name) ?? []), override]);
  return {
    [Symbol.dispose]: () => {
      overrides.set(
        name,
        (overrides.get(name) ?? []).filter((each) => each !== override),
      );
    },
  };
}
