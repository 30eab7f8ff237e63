import type { AudienceSample } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { RunSettings } from '../config/run-settings.ts';
import type { PartFile } from '../merge/part-file.ts';
import type { ClusterBus } from './bus.ts';
import { type ClusterLeader, type ClusterResult, leadCluster } from './cluster-leader.ts';
import { type ClusterMember, joinCluster, type MemberListener } from './cluster-member.ts';
import { openNatsBus } from './nats-bus.ts';
import { settingsFingerprint } from './settings-fingerprint.ts';

/** What this machine is told by the others. `sample` and `problem` are heard where the run is led. */
export interface SeatListener extends MemberListener {
  /** A second of all machines together. */
  sample(sample: AudienceSample): void;
  problem(sentence: string): void;
}

export interface SeatOptions {
  readonly runId: string;
  readonly clock: Clock;
  readonly hear: SeatListener;
  /** Asked while it waits for the others. */
  readonly isGivenUp: () => boolean;
}

/** How it ended for this machine. */
export type SeatEnd =
  /** It led: everything that was delivered, its own part too. */
  | ({ readonly kind: 'led' } & ClusterResult)
  | { readonly kind: 'delivered' }
  /** The part file of this machine is the only one there is of its part. */
  | { readonly kind: 'undelivered'; readonly sentence: string };

/** This machine's place in a run of several: part 0 leads, and has a part as any other. */
export class ClusterSeat implements AsyncDisposable {
  readonly #buses: readonly ClusterBus[];
  readonly #leader: ClusterLeader | null;
  readonly #member: ClusterMember;

  constructor(buses: readonly ClusterBus[], leader: ClusterLeader | null, member: ClusterMember) {
    this.#buses = buses;
    this.#leader = leader;
    this.#member = member;
  }

  /** Consent is there and the shards are up: resolves with the common start, epoch ms by this machine's clock. */
  async begin(): Promise<Result<number, string>> {
    this.#member.prepared();
    return await this.#member.started;
  }

  /** The last second of this machine. */
  pulse(sample: AudienceSample): void {
    this.#member.pulse(sample);
  }

  get isLeading(): boolean {
    return this.#leader !== null;
  }

  /** It cannot begin: nobody does. Resolves when the others have been told. */
  async leave(sentence: string): Promise<void> {
    this.#member.leave(sentence);
    this.#leader?.stop(sentence);
    for (const bus of this.#buses) await bus.flush();
  }

  /** Where the run is led everybody stops; elsewhere it changes nothing, and this machine's part ends alone. */
  stopAll(reason: string): void {
    this.#leader?.stop(reason);
  }

  /** Heard as `changeViewers` by every machine, this one too. The failure is a sentence. */
  changeViewers(viewers: number): Result<void, string> {
    if (this.#leader === null) return fail('Viewers are changed where the run is led: at part 0.');
    return this.#leader.changeViewers(viewers);
  }

  /** This machine's part is over. Where the run is led it resolves when all parts are. */
  async finish(part: PartFile): Promise<SeatEnd> {
    const delivered = await this.#member.deliver(part);
    if (!delivered.ok) this.#member.leave(delivered.failure);
    if (this.#leader !== null) return { kind: 'led', ...(await this.#leader.finished) };
    return delivered.ok ? { kind: 'delivered' } : { kind: 'undelivered', sentence: delivered.failure };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#member[Symbol.dispose]();
    this.#leader?.[Symbol.dispose]();
    for (const bus of this.#buses) await bus.close();
  }
}

/** @param settings with `nats` and `part`: what is not there makes a run of one machine, which needs no seat. */
export async function openClusterSeat(
  settings: RunSettings & { readonly nats: string },
  options: SeatOptions,
): Promise<Result<ClusterSeat, string>> {
  const buses: ClusterBus[] = [];
  const opened = await takeSeat(settings, options, buses);
  if (!opened.ok) for (const bus of buses) await bus.close();
  return opened;
}

async function takeSeat(
  settings: RunSettings & { readonly nats: string },
  { runId, clock, hear, isGivenUp }: SeatOptions,
  buses: ClusterBus[],
): Promise<Result<ClusterSeat, string>> {
  const part = settings.part ?? { index: 0, count: 1 };
  const fingerprint = settingsFingerprint(settings);
  const own = await openBus(settings.nats, buses);
  if (!own.ok) return own;
  const leader =
    part.index === 0 ? await lead(settings.nats, buses, { runId, count: part.count, fingerprint, clock, hear }) : null;
  if (leader?.ok === false) return leader;
  const member = await joinCluster(own.value, { runId, part, fingerprint, clock, hear, isGivenUp });
  if (!member.ok) {
    leader?.value[Symbol.dispose]();
    return member;
  }
  return succeed(new ClusterSeat(buses, leader?.value ?? null, member.value));
}

/** Over a connection of its own: a server does not bring back to a connection what came from it. */
async function lead(
  nats: string,
  buses: ClusterBus[],
  options: Parameters<typeof leadCluster>[1],
): Promise<Result<ClusterLeader, string>> {
  const bus = await openBus(nats, buses);
  return bus.ok ? await leadCluster(bus.value, options) : bus;
}

async function openBus(nats: string, buses: ClusterBus[]): Promise<Result<ClusterBus, string>> {
  const bus = await openNatsBus(nats);
  if (bus.ok) buses.push(bus.value);
  return bus;
}
