import type { NotificationTestBody, SavedNotificationChannel, StoredFact } from '@dropwise/contract';
import type { Settings } from '@dropwise/core';
import {
  composeMessage,
  isNotable,
  type NoteBatch,
  type NotificationInput,
  type NotificationMessage,
  type NotificationSettings,
  stepNotifications,
} from '@dropwise/core/notifications';
import { type Clock, type Random, type Result, succeed, type Timer } from '@dropwise/kit';
import { channelOfKind, type Delivery } from '@dropwise/notify';
import type { Logger } from '@dropwise/runtime';
import type { StoreReader, StoreWriter } from '@dropwise/store';
import type { SettingsService } from '../config/settings-service.ts';
import type { ChannelProblem, ChannelRegistry } from './channel-registry.ts';
import { DeliveryLanes } from './delivery-lanes.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { openNotificationMemory } from './memory-file.ts';
import type { NoteSources } from './note-sources.ts';

/** Tells people what facts mean for them, where they want it. */
export interface Notifier extends AsyncDisposable {
  /** What was stored just now. Cheap; never throws. */
  facts(stored: readonly StoredFact[]): void;
  /** One try at once, whatever rules and quiet hours say. What it was is in the log of deliveries for a saved channel. */
  sendTest(wanted: NotificationTestBody): Promise<Result<Delivery, ChannelProblem>>;
}

export interface NotifierOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: {
    readonly writer: Pick<StoreWriter, 'addDelivery' | 'noteDelivery'>;
    readonly reader: Pick<StoreReader, 'deliveries'>;
  };
  readonly settings: Pick<SettingsService, 'values' | 'onChange'>;
  readonly channels: ChannelRegistry;
  readonly sources: NoteSources;
  /** Where what waits is kept over a restart: `data/notifications.json`. */
  readonly memoryFile: string;
  /** What an empty `mining.timeZone` stands for. */
  readonly machineTimeZone: string;
  readonly log: Logger;
}

/** Looked at again after that long at the latest, whatever the step asked for. */
const longestSleepMs = 3_600_000;

/**
 * Begins to tell. Disposing tells what is gathered to the log, ends tries that are under way and keeps what waits: it is
 * taken up again at the next start. The store may be closed after that.
 */
export async function openNotifier(options: NotifierOptions): Promise<Notifier> {
  const { clock, random, store, settings, channels, sources, log } = options;
  const memory = await openNotificationMemory(options.memoryFile, clock, log);
  const deliveries = createDeliveryLog(store.writer, store.reader, log);
  const lanes = new DeliveryLanes({ clock, random, log: deliveries, channels, send: sendTo(channels, clock) });
  const stop = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  let state = memory.initial;
  let timer: Timer | null = null;

  const step = (input: NotificationInput): void => {
    let wakeAt: number | null = clock.now() + longestSleepMs;
    try {
      const next = stepNotifications(state, input, settingsFor(settings.values, options.machineTimeZone), clock.now());
      state = next.state;
      wakeAt = next.wakeAt;
      memory.keep(state);
      for (const batch of next.batches) tell(batch, channels.channels, lanes);
    } catch (error) {
      log.person('A notification could not be worked out. It is left out; everything else goes on.', { error });
    }
    timer?.cancel();
    timer = wakeAt === null ? null : clock.after(Math.min(wakeAt - clock.now(), longestSleepMs), pass);
  };
  const pass = (): void => step({ kind: 'timePassed', sources: sources.list() });
  const follow = [settings.onChange(pass), channels.onChange(() => lanes.follow())];

  lanes.takeUp(deliveries.waiting());
  pass();
  return {
    facts: (stored) => {
      if (stop.signal.aborted) return;
      for (const { fact, at, childId } of stored) {
        if (isNotable(fact)) step({ kind: 'factSeen', fact, at, source: sources.find(childId) });
      }
    },
    sendTest: async (wanted) => {
      const usable = channels.usable(wanted);
      if (!usable.ok) return usable;
      const { channel, config } = usable.value;
      const sending = channel.send(config, testMessage, { clock, signal: stop.signal });
      underWay.add(sending);
      const delivery = await sending.finally(() => underWay.delete(sending));
      if (wanted.id !== null && !stop.signal.aborted) {
        const id = deliveries.begin(wanted.id, testMessage, clock.now());
        const [state, detail] = outcomeOf(delivery);
        deliveries.note(id, { at: clock.now(), state, detail });
      }
      return succeed(delivery);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      for (const following of follow) following[Symbol.dispose]();
      await Promise.allSettled(underWay);
      await lanes[Symbol.asyncDispose]();
      step({ kind: 'ending' });
      timer?.cancel();
      await memory[Symbol.asyncDispose]();
    },
  };
}

const testMessage: NotificationMessage = {
  rule: 'test',
  title: 'A test from Dropwise',
  text: 'This is how you will be told. Nothing has happened.',
  link: null,
  tone: 'plain',
  urgent: false,
};

function tell(batch: NoteBatch, channels: readonly SavedNotificationChannel[], lanes: DeliveryLanes): void {
  for (const channel of channels) {
    const message = channel.enabled ? composeMessage(batch, channel) : null;
    if (message !== null) lanes.send(channel.id, message);
  }
}

/** By its configuration at the moment of sending. */
function sendTo(channels: ChannelRegistry, clock: Clock) {
  return async (channelId: string, message: NotificationMessage, signal: AbortSignal): Promise<Delivery> => {
    const saved = channels.find(channelId);
    const channel = saved === null ? null : channelOfKind(saved.kind);
    if (saved === null || channel === null) return { kind: 'failed', why: 'There is no such channel any more.' };
    return await channel.send(saved.config, message, { clock, signal });
  };
}

function settingsFor({ notifications, mining }: Settings, machineTimeZone: string): NotificationSettings {
  const { quietHours, repeatMinutes, uncountedMinutes } = notifications;
  const timeZone = mining.timeZone === '' ? machineTimeZone : mining.timeZone;
  return { quietHours, timeZone, repeatMinutes, uncountedMinutes, wants: mining };
}

/** A test is not tried again. */
function outcomeOf(delivery: Delivery): readonly ['delivered' | 'failed', string] {
  return delivery.kind === 'delivered' ? ['delivered', delivery.detail] : ['failed', delivery.why];
}
