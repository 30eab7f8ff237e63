import { type Clock, type Random, randomInt, type Timer } from '@dropwise/kit';
import type { FaultBoard } from '../fault-board.ts';
import type { WorldDrop } from './campaigns.ts';
import type { WorldEvents } from './world-event.ts';

/** A minute on its way to be told. */
export interface MinuteReport {
  readonly channelId: string;
  /** What each drop of the campaign has when it is told. */
  readonly advanced: readonly { readonly drop: WorldDrop; readonly minutes: number }[];
  /** The one that is named. */
  readonly reported: WorldDrop;
}

interface ReportingParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly events: WorldEvents;
  readonly faults: FaultBoard;
}

const socketLagMs = [0, 8_000] as const;
/** From the report that met the requirement to `drop-claim`. */
const claimSignalDelayMs = 1_000;
/** A met drop that nobody claims is recalled by a notification. Protocol 4.5. */
const reminderDelayMs = 180_000;
const reminderInsteadDelayMs = 30_000;
/** After a switch of channels reports may stay away for about five minutes. Protocol 5.4. */
const unreportedDelayMs = 300_000;

/**
 * Tells minutes: first to the queries (Inventory, CurrentDrop), up to 8 s later to the socket. Faults bend what
 * the socket says, never what was earned.
 */
export class Reporting {
  readonly #parts: ReportingParts;
  readonly #show: (report: MinuteReport) => void;
  readonly #timers = new Set<Timer>();
  #notifications = 0;

  constructor(parts: ReportingParts, show: (report: MinuteReport) => void) {
    this.#parts = parts;
    this.#show = show;
  }

  report(report: MinuteReport, delayMs: number): void {
    this.#later(delayMs, () => this.#tell(report));
  }

  [Symbol.dispose](): void {
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  #tell(report: MinuteReport): void {
    const { faults, random } = this.#parts;
    if (faults.strike('progressUnreported', report.reported.definition.id) !== null) {
      this.#later(unreportedDelayMs, () => this.#tell(report));
      return;
    }
    const now = this.#parts.clock.now();
    const met: WorldDrop[] = [];
    for (const { drop, minutes } of report.advanced) {
      if (drop.claimedAt !== null) continue;
      drop.minutes = Math.max(drop.minutes, minutes);
      if (drop.minutes < drop.definition.requiredMinutes || drop.readyAt !== null) continue;
      drop.readyAt = now;
      met.push(drop);
    }
    if (report.reported.claimedAt !== null) return;
    this.#show(report);
    const lagMs = randomInt(random, ...socketLagMs);
    const { minutes } = report.reported;
    this.#later(lagMs, () => this.#tellSocket(report, minutes));
    for (const drop of met) this.#later(lagMs + claimSignalDelayMs, () => this.#tellReady(report.channelId, drop));
  }

  #tellSocket(report: MinuteReport, minutes: number): void {
    const { faults } = this.#parts;
    const { id } = report.reported.definition;
    if (faults.strike('progressOutOfOrder', id) !== null) {
      this.#progress(report, minutes);
      this.#progress(report, Math.max(0, minutes - 1));
      return;
    }
    const regressing = faults.strike('progressRegressing', id) !== null;
    this.#progress(report, regressing ? Math.max(0, minutes - 3) : minutes);
    if (faults.strike('progressDuplicated', id) !== null) this.#progress(report, minutes);
  }

  #progress(report: MinuteReport, minutes: number): void {
    const { id, requiredMinutes } = report.reported.definition;
    this.#parts.events.tell({
      kind: 'dropProgressed',
      dropId: id,
      channelId: report.channelId,
      minutes,
      requiredMinutes,
    });
  }

  #tellReady(channelId: string, drop: WorldDrop): void {
    if (drop.claimedAt !== null) return;
    const { id } = drop.definition;
    if (this.#parts.faults.strike('claimSignalMissing', id) !== null) {
      this.#remind(drop, reminderInsteadDelayMs);
      return;
    }
    this.#parts.events.tell({ kind: 'dropBecameReady', dropId: id, channelId });
    this.#remind(drop, reminderDelayMs);
  }

  #remind(drop: WorldDrop, delayMs: number): void {
    this.#later(delayMs, () => {
      if (drop.claimedAt !== null) return;
      const notificationId = `sim-notification-${++this.#notifications}`;
      this.#parts.events.tell({ kind: 'rewardReminderCreated', notificationId, dropId: drop.definition.id });
    });
  }

  #later(delayMs: number, run: () => void): void {
    const timer = this.#parts.clock.after(delayMs, () => {
      this.#timers.delete(timer);
      run();
    });
    this.#timers.add(timer);
  }
}
