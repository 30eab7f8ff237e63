import { type Clock, type Random, randomInt, type Timer } from '@dropwise/kit';
import type { WatchTransportName } from '@dropwise/twitch/definitions';
import type { FaultBoard } from '../fault-board.ts';
import { type Campaigns, earnableDrops, type WorldCampaign, type WorldDrop } from './campaigns.ts';
import type { Channels } from './channels.ts';
import { type MinuteReport, Reporting } from './reporting.ts';
import type { WorldEvents } from './world-event.ts';

/** One sign that somebody watches, however it came. */
export interface WatchSign {
  readonly transport: WatchTransportName;
  readonly channelId: string;
  /** Null where the way of watching does not tell. */
  readonly broadcastId: string | null;
  /** What the event says is played; null where the way of watching does not tell. */
  readonly gameId: string | null;
}

/** What became of a sign; every one of them is answered with success all the same. Protocol 5.4. */
export type WatchVerdict =
  | 'credited'
  | 'tooSoon'
  | 'transportDoesNotCount'
  | 'unknownChannel'
  | 'channelOffline'
  | 'staleBroadcast'
  | 'noGameInEvent'
  | 'wrongGameInEvent'
  | 'otherViewerCounts'
  | 'noCampaign';

/** What CurrentDrop tells. */
export interface DropSession {
  readonly channelId: string;
  readonly drop: WorldDrop;
  readonly updatedAt: number;
}

export interface WatchState {
  readonly channelId: string;
  readonly transport: WatchTransportName;
  readonly at: number;
  readonly verdict: WatchVerdict;
}

interface CreditingParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly campaigns: Campaigns;
  readonly channels: Channels;
  readonly events: WorldEvents;
  readonly faults: FaultBoard;
  readonly watchCredit: readonly WatchTransportName[];
}

const minuteMs = 60_000;
/** Peers send every 59 s: a sign this early still brings the minute that is due. */
const earlyMs = 10_000;
/** A session is forgotten when no minute came for so long. */
const sessionMemoryMs = 6 * minuteMs;
/** [at least, at most] seconds from a sign to the report of its minute. Protocol 5.4. */
const firstReportDelay = [20, 45] as const;
const laterReportDelay = [40, 55] as const;
const afterClaimDelay = [4, 20] as const;

/**
 * Turns signs of watching into minutes: at most one a minute for the whole account, on one channel and for one
 * campaign at a time, told 20 to 60 s later.
 */
export class Crediting {
  readonly #parts: CreditingParts;
  readonly #reporting: Reporting;
  /** The next minute counts from here, whichever channel brings it. */
  #dueAt = 0;
  #campaign: WorldCampaign | null = null;
  #channelId: string | null = null;
  #session: DropSession | null = null;
  #claimedSinceSign = false;
  #lastSign: WatchState | null = null;
  #otherViewer: Timer | null = null;

  constructor(parts: CreditingParts) {
    this.#parts = parts;
    this.#reporting = new Reporting(parts, (report) => this.#show(report));
  }

  get lastSign(): WatchState | null {
    return this.#lastSign;
  }

  watch(sign: WatchSign): WatchVerdict {
    const verdict = this.#judge(sign);
    this.#lastSign = { channelId: sign.channelId, transport: sign.transport, at: this.#parts.clock.now(), verdict };
    return verdict;
  }

  /** Null when nothing is being earned. Protocol 3.12. */
  session(): DropSession | null {
    const session = this.#session;
    if (session === null || session.drop.claimedAt !== null) return null;
    return this.#parts.clock.now() - session.updatedAt > sessionMemoryMs ? null : session;
  }

  dropWasClaimed(): void {
    this.#claimedSinceSign = true;
  }

  /** While someone else watches on the account, every minute goes to `channelId`. */
  startOtherViewer(channelId: string): void {
    this.stopOtherViewer();
    this.#otherViewer = this.#parts.clock.after(minuteMs, () => {
      const gameId = this.#parts.channels.streamOf(channelId)?.game?.id ?? null;
      const found = this.#chooseCampaign(channelId, gameId);
      if (found !== null) this.#credit(channelId, found.campaign, found.drops);
      this.startOtherViewer(channelId);
    });
  }

  stopOtherViewer(): void {
    this.#otherViewer?.cancel();
    this.#otherViewer = null;
  }

  [Symbol.dispose](): void {
    this.stopOtherViewer();
    this.#reporting[Symbol.dispose]();
  }

  #judge(sign: WatchSign): WatchVerdict {
    const { channels, faults, watchCredit, clock } = this.#parts;
    const counting = faults.peek('watchCredit')?.transports ?? watchCredit;
    if (!counting.includes(sign.transport)) {
      faults.strike('watchCredit');
      return 'transportDoesNotCount';
    }
    if (channels.find(sign.channelId) === undefined) return 'unknownChannel';
    const stream = channels.streamOf(sign.channelId);
    if (stream === null) return 'channelOffline';
    if (sign.broadcastId !== null && sign.broadcastId !== stream.broadcastId) return 'staleBroadcast';
    if (sign.gameId === '') return 'noGameInEvent';
    if (sign.gameId !== null && sign.gameId !== stream.game?.id) return 'wrongGameInEvent';
    if (this.#otherViewer !== null) {
      faults.strikeIf('otherViewer', () => true);
      return 'otherViewerCounts';
    }
    const found = this.#chooseCampaign(sign.channelId, stream.game?.id ?? null);
    if (found === null) return 'noCampaign';
    if (clock.now() < this.#dueAt - earlyMs) {
      this.#moveSession(sign.channelId, found.drops);
      return 'tooSoon';
    }
    this.#credit(sign.channelId, found.campaign, found.drops);
    return 'credited';
  }

  /** Allow-listed before open, then the one that is running, then the one that ends first. */
  #chooseCampaign(channelId: string, gameId: string | null): { campaign: WorldCampaign; drops: WorldDrop[] } | null {
    const now = this.#parts.clock.now();
    let best: { campaign: WorldCampaign; drops: WorldDrop[] } | null = null;
    for (const campaign of this.#parts.campaigns.candidatesFor(channelId, gameId)) {
      if (best !== null && !this.#goesBefore(campaign, best.campaign)) continue;
      const drops = earnableDrops(campaign, now);
      if (drops.length > 0) best = { campaign, drops };
    }
    return best;
  }

  #goesBefore(a: WorldCampaign, b: WorldCampaign): boolean {
    if ((a.allowedChannelIds === null) !== (b.allowedChannelIds === null)) return a.allowedChannelIds !== null;
    if ((a === this.#campaign) !== (b === this.#campaign)) return a === this.#campaign;
    return a.definition.endAt < b.definition.endAt;
  }

  #credit(channelId: string, campaign: WorldCampaign, drops: readonly WorldDrop[]): void {
    const now = this.#parts.clock.now();
    this.#dueAt = (now - this.#dueAt < minuteMs ? this.#dueAt : now) + minuteMs;
    const other = this.#parts.faults.strike('wrongDropCredited') === null ? null : this.#otherCampaign(campaign);
    const credited = other === null ? drops : earnableDrops(other, now);
    const [atLeast, atMost] = this.#delayFor(channelId, campaign);
    this.#campaign = campaign;
    this.#channelId = channelId;
    this.#claimedSinceSign = false;
    const advanced = credited.map((drop) => ({ drop, minutes: ++drop.grantedMinutes }));
    const reported = this.#reportedOf(credited);
    if (reported === null) return;
    this.#reporting.report({ channelId, advanced, reported }, randomInt(this.#parts.random, atLeast, atMost) * 1000);
  }

  #delayFor(channelId: string, campaign: WorldCampaign): readonly [number, number] {
    if (this.#claimedSinceSign) return afterClaimDelay;
    return channelId === this.#channelId && campaign === this.#campaign ? laterReportDelay : firstReportDelay;
  }

  /** One of those that advance: mostly the one closest to its end, sometimes a sibling. */
  #reportedOf(drops: readonly WorldDrop[]): WorldDrop | null {
    const [closest, ...siblings] = drops.toSorted((a, b) => remaining(a) - remaining(b));
    if (closest === undefined) return null;
    if (siblings.length === 0 || remaining(closest) === 0 || this.#parts.random() >= 0.2) return closest;
    return siblings[randomInt(this.#parts.random, 0, siblings.length - 1)] ?? closest;
  }

  #otherCampaign(campaign: WorldCampaign): WorldCampaign | null {
    const now = this.#parts.clock.now();
    return this.#parts.campaigns.all.find((each) => each !== campaign && earnableDrops(each, now).length > 0) ?? null;
  }

  /** A sign that brings no minute may still move the session on: after a claim, to the next drop. */
  #moveSession(channelId: string, drops: readonly WorldDrop[]): void {
    if (!this.#claimedSinceSign) return;
    this.#claimedSinceSign = false;
    const reported = this.#reportedOf(drops);
    if (reported === null) return;
    const [atLeast, atMost] = afterClaimDelay;
    const delayMs = randomInt(this.#parts.random, atLeast, atMost) * 1000;
    this.#reporting.report({ channelId, advanced: [], reported }, delayMs);
  }

  #show(report: MinuteReport): void {
    this.#session = { channelId: report.channelId, drop: report.reported, updatedAt: this.#parts.clock.now() };
  }
}

function remaining(drop: WorldDrop): number {
  return drop.definition.requiredMinutes - drop.grantedMinutes;
}
