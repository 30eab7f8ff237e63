import type { Clock, Random, VirtualClock } from '@dropwise/kit';
import type { Behavior, OperationAnswer, OperationCall } from '../behaviors/behavior.ts';
import type { FaultBoard } from '../fault-board.ts';
import type { RequestLog } from '../request-log.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Tally } from '../tally.ts';
import type { HlsSessions } from '../world/hls-sessions.ts';
import type { World } from '../world/world.ts';

/** Answers an operation before the simulator does; `next` is what the simulator would say. */
export type OperationOverride = (call: OperationCall, next: () => OperationAnswer) => OperationAnswer;

/** What every door works on. */
export interface Service {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly clock: Clock;
  /** The clock again when it stands still until it is advanced, else null. */
  readonly manualClock: VirtualClock | null;
  /** Simulated time for one part of real time. */
  readonly speed: number;
  /** Open connections. */
  sockets(): readonly { label: string; dialect: string; topics: number }[];
  readonly world: World;
  readonly faults: FaultBoard;
  readonly tally: Tally;
  readonly requests: RequestLog;
  readonly hlsSessions: HlsSessions;
  /** For request ids, cookies and the like: chance that changes nothing in the world. */
  readonly chance: Random;
  readonly behaviorsByHash: ReadonlyMap<string, Behavior>;
  readonly behaviorsByName: ReadonlyMap<string, Behavior>;
  readonly overrides: ReadonlyMap<string, readonly OperationOverride[]>;
}
