import type { AudienceSample } from '@dropwise/contract/audience';
import { VirtualClock } from '@dropwise/kit';
import { createPartFile, type PartFile } from '../../merge/part-file.ts';
import { makeFacts } from '../../report/testing/make-report.ts';
import type { ClusterBus } from '../bus.ts';
import { type ClusterLeader, type LeaderOptions, leadCluster } from '../cluster-leader.ts';
import { type ClusterMember, joinCluster, type MemberOptions } from '../cluster-member.ts';
import { openNatsBus } from '../nats-bus.ts';
import { startNats, type TestNats } from './start-nats.ts';

export const runId = 'run-for-tests';
const startMs = Date.UTC(2026, 0, 1);

export interface StagedMember {
  readonly bus: ClusterBus;
  readonly member: ClusterMember;
  readonly stops: string[];
  readonly changes: (readonly [viewers: number, atMs: number])[];
}

export interface StagedLeader {
  readonly bus: ClusterBus;
  readonly leader: ClusterLeader;
  readonly samples: AudienceSample[];
  readonly problems: string[];
}

/** Machines of a cluster around a real NATS server, in virtual time. */
export class ClusterStage implements AsyncDisposable {
  readonly clock = new VirtualClock(startMs, passTheTurn);
  nats: TestNats;
  readonly #open: ClusterBus[] = [];
  readonly #disposables: Disposable[] = [];

  private constructor(nats: TestNats) {
    this.nats = nats;
  }

  static async open(): Promise<ClusterStage> {
    return new ClusterStage(await startNats());
  }

  async bus(): Promise<ClusterBus> {
    const bus = await openNatsBus(this.nats.address);
    if (!bus.ok) throw new Error(bus.failure);
    this.#open.push(bus.value);
    return bus.value;
  }

  /** The failure is what `leadCluster` says. */
  async lead(count: number, changes: Partial<LeaderOptions> = {}): Promise<StagedLeader | string> {
    const samples: AudienceSample[] = [];
    const problems: string[] = [];
    const bus = await this.bus();
    const hear = {
      sample: (one: AudienceSample) => void samples.push(one),
      problem: (one: string) => void problems.push(one),
    };
    const led = await leadCluster(bus, { runId, count, fingerprint: 'f', clock: this.clock, hear, ...changes }, 300);
    if (!led.ok) return led.failure;
    this.#disposables.push(led.value);
    return { bus, leader: led.value, samples, problems };
  }

  /** The failure is what `joinCluster` says. */
  async join(index: number, count: number, changes: Partial<MemberOptions> = {}): Promise<StagedMember | string> {
    const stops: string[] = [];
    const viewerChanges: (readonly [number, number])[] = [];
    const bus = await this.bus();
    const hear = {
      stop: (reason: string) => void stops.push(reason),
      changeViewers: (viewers: number, atMs: number) => void viewerChanges.push([viewers, atMs]),
    };
    const part = { index, count };
    const joined = await joinCluster(bus, { runId, part, fingerprint: 'f', clock: this.clock, hear, ...changes });
    if (!joined.ok) return joined.failure;
    this.#disposables.push(joined.value);
    return { bus, member: joined.value, stops, changes: viewerChanges };
  }

  /** A leader and all its parts, begun. */
  async begin(count: number): Promise<{ staged: StagedLeader; members: readonly StagedMember[] }> {
    const staged = expectStaged(await this.lead(count));
    const members: StagedMember[] = [];
    for (let index = 0; index < count; index++) members.push(expectStaged(await this.join(index, count)));
    for (const { member } of members) member.prepared();
    await staged.leader.begun;
    await Promise.all(members.map(({ member }) => member.started));
    return { staged, members };
  }

  /** Passes seconds until it holds; each second is heard by everybody before the next. */
  async until(what: string, condition: () => boolean, maxSeconds = 200): Promise<void> {
    for (let second = 0; second < maxSeconds; second++) {
      for (let look = 0; look < 20; look++) {
        if (condition()) return;
        await passTheTurn();
      }
      await this.clock.advance(1000);
    }
    throw new Error(`never came: ${what}`);
  }

  async passSeconds(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await this.clock.advance(1000);
      for (let look = 0; look < 20; look++) await passTheTurn();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const one of this.#disposables) one[Symbol.dispose]();
    for (const bus of this.#open) await bus.close();
    await this.nats.kill();
  }
}

export function expectStaged<Staged extends object>(staged: Staged | string): Staged {
  if (typeof staged === 'string') throw new Error(staged);
  return staged;
}

export function partFileOf(index: number, count: number): PartFile {
  const facts = makeFacts({ seconds: 5 }, { runId });
  return createPartFile({ ...facts, settings: { ...facts.settings, part: { index, count } } });
}

/** Sockets are heard between two turns of the loop. */
async function passTheTurn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1));
}
