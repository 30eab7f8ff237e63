import type { NotificationMessage } from '@dropwise/core/notifications';
import type { Clock, Random } from '@dropwise/kit';
import type { Delivery } from '@dropwise/notify';
import type { DeliveryRow } from '@dropwise/store';
import type { ChannelRegistry } from './channel-registry.ts';
import { DeliveryLane, giveUpAfterMs, type LaneItem, maxWaiting } from './delivery-lane.ts';
import type { DeliveryLog } from './delivery-log.ts';
import { parseDelivery } from './stored-text.ts';

export interface LanesOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: DeliveryLog;
  readonly channels: Pick<ChannelRegistry, 'find'>;
  send(channelId: string, message: NotificationMessage, signal: AbortSignal): Promise<Delivery>;
}

/** What a restart takes up is spread over this time. */
const spreadMs = 10_000;

/** One lane for every channel that has something to send, at most as many as there may be channels. */
export class DeliveryLanes implements AsyncDisposable {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string, DeliveryLane>();
  readonly #leaving = new Set<Promise<void>>();
  #isClosed = false;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  /** After the end it is only written down: the next start takes it up. */
  send(channelId: string, message: NotificationMessage): void {
    const { clock, log } = this.#options;
    const now = clock.now();
    const id = log.begin(channelId, message, now);
    if (this.#isClosed) return;
    this.#laneOf(channelId).add({ id, at: now, attempts: 0, dueAt: now, message });
  }

  /** What an earlier run left waiting, oldest first. What is too old, or has nowhere to go, is given up. */
  takeUp(rows: readonly DeliveryRow[]): void {
    const { clock, random, log } = this.#options;
    const now = clock.now();
    const counts = new Map<string, number>();
    for (const row of [...rows].reverse()) {
      const count = (counts.get(row.channelId) ?? 0) + 1;
      counts.set(row.channelId, count);
      const refusal = this.#refusalOf(row, count, now);
      if (refusal !== null) {
        log.note(row.id, { at: now, state: 'failed', detail: refusal });
        continue;
      }
      const dueAt = now + Math.round(random() * spreadMs);
      const item: LaneItem = { id: row.id, at: row.at, attempts: row.attempts, dueAt, message: parseDelivery(row) };
      this.#laneOf(row.channelId).add(item);
    }
  }

  /** Channels have changed: those that are gone or switched off send no more. */
  follow(): void {
    for (const [channelId, lane] of this.#lanes) {
      const why = this.#closedBecause(channelId);
      if (why === null) continue;
      this.#lanes.delete(channelId);
      const leaving = lane.abandon(why).finally(() => this.#leaving.delete(leaving));
      this.#leaving.add(leaving);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#lanes.values()].map((lane) => lane[Symbol.asyncDispose]()));
    await Promise.all(this.#leaving);
  }

  #refusalOf(row: DeliveryRow, count: number, now: number): string | null {
    if (row.at + giveUpAfterMs < now) return 'Given up after a day: Dropwise was not running.';
    if (count > maxWaiting) return `More than ${maxWaiting} messages waited; the oldest was given up.`;
    return this.#closedBecause(row.channelId);
  }

  #closedBecause(channelId: string): string | null {
    const channel = this.#options.channels.find(channelId);
    if (channel === null) return 'The channel was removed.';
    return channel.enabled ? null : 'The channel was switched off.';
  }

  #laneOf(channelId: string): DeliveryLane {
    const known = this.#lanes.get(channelId);
    if (known !== undefined) return known;
    const { clock, random, log, send } = this.#options;
    const lane = new DeliveryLane({
      clock,
      random,
      log,
      send: (message, signal) => send(channelId, message, signal),
    });
    this.#lanes.set(channelId, lane);
    return lane;
  }
}
