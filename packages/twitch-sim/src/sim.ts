import { type Clock, createRandom, hashText, type HttpDoor, type SocketDoor } from '@dropwise/kit';
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
import { renewedHash } from './doors/gql-faults.ts';
import { RequestLog } from './request-log.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type Counters, Tally } from './tally.ts';
import { HlsSessions } from './world/hls-sessions.ts';
import { findClientByName } from './world/sign-in.ts';
import type { WorldListener } from './world/world-event.ts';
import { createWorld, type World } from './world/world.ts';

export interface SimOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: Clock;
  /** Approves every device code by itself after its first poll. */
  readonly autoApprove?: boolean;
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
  handle(request: SimRequest): TimedReply;
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
export function createSim({ scenario, seed, clock, autoApprove = false }: SimOptions): Sim {
  const tally = new Tally();
  const faults = new FaultBoard(clock, (kind) => tally.count('faults', kind));
  const world = createWorld({ scenario, seed, clock, faults, autoApprove });
  const requests = new RequestLog(clock);
  const hlsSessions = new HlsSessions(createRandom(hashText(`${seed}:hls`)));
  const chance = createRandom(hashText(`${seed}:chance`));
  const overrides = new Map<string, readonly OperationOverride[]>();
  const service: Service = { scenario, seed, clock, world, faults, tally, requests, hlsSessions, chance, behaviorsByHash, overrides };
  const hub = new SocketHub(service);
  connectFaults(service);
  applySwitches(scenario, faults);
  const handle = (request: SimRequest): TimedReply => handleRequest(service, request);

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
      if (client === undefined) throw new Error(`expected a client name (tv, android, web, mobile-web), found "${clientName}"; choose one`);
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
    [defaultProtocolData.hashes[behavior.operation], ...behavior.otherHashes].map((hash): [string, Behavior] => [hash, behavior]),
  ),
);

/** Some faults are a change in the world, not a bent answer. */
function connectFaults({ faults, world }: Service): void {
  const channelOf = (login: string | undefined) => (login === undefined ? undefined : world.channels.findByLogin(login)?.definition.id);
  faults.onChange(({ kind, fault }) => {
    if (fault.kind === 'otherViewer') {
      if (kind === 'cleared') world.crediting.stopOtherViewer();
      else world.crediting.startOtherViewer(channelOf(fault.target) ?? firstLiveChannel(world));
    }
    if (fault.kind === 'streamUpWithoutStream' && kind === 'set') {
      const channelId = channelOf(fault.target) ?? firstOfflineChannel(world);
      if (channelId !== undefined) world.channels.pretendStreamWentUp(channelId);
    }
  });
}

function firstLiveChannel(world: World): string {
  return world.channels.all.find(({ definition }) => world.channels.streamOf(definition.id) !== null)?.definition.id ?? '';
}

function firstOfflineChannel(world: World): string | undefined {
  return world.channels.all.find(({ definition }) => world.channels.streamOf(definition.id) === null)?.definition.id;
}

/** The scenario's switches are faults that are in force from the start. Protocol 0.2. */
function applySwitches({ switches }: Scenario, faults: FaultBoard): void {
  for (const target of switches.deviceLoginRefusedFor) faults.set({ kind: 'deviceLoginRefused', target });
  for (const target of switches.nullCatalogueFor) faults.set({ kind: 'nullCatalogue', target });
  for (const client of switches.dropEventsRefusedFor) {
    faults.set({ kind: 'listenRefused', target: 'user-drop-events', client, error: 'ERR_BADAUTH' });
  }
  for (const target of switches.integrityRequiredFor) faults.set({ kind: 'failedIntegrityCheck', target });
}

function addOverride(overrides: Map<string, readonly OperationOverride[]>, name: string, override: OperationOverride): Disposable {
  overrides.set(name, [...(overrides.get(name) ?? []), override]);
  return {
    [Symbol.dispose]: () => {
      overrides.set(name, (overrides.get(name) ?? []).filter((each) => each !== override));
    },
  };
}
