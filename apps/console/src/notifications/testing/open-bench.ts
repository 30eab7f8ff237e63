import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyFact, NotificationChannelBody, StoredFact } from '@dropwise/contract';
import { defaultSettings, type Settings } from '@dropwise/core';
import { type NoteSource, notificationRuleIds } from '@dropwise/core/notifications';
import { createRandom } from '@dropwise/kit';
import { createSilentLogger } from '@dropwise/runtime';
import { type DeliveryRow, openStore, type Store } from '@dropwise/store';
import { type ChannelRegistry, openChannelRegistry } from '../channel-registry.ts';
import { type Notifier, openNotifier } from '../create-notifier.ts';
import type { NoteSources } from '../note-sources.ts';
import { BenchClock } from './bench-clock.ts';

export const noon = Date.UTC(2026, 2, 2, 12);
export const minuteMs = 60_000;

const miner: NoteSource = { id: 'miner', name: 'Dropwise', alone: true, confirms: true };
const sources: NoteSources = {
  list: () => [miner],
  find: (id) => (id === miner.id ? miner : { ...miner, id, confirms: false }),
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The notifications of one console in a folder of its own: a real store, real files, time that a test moves. */
export class Bench implements AsyncDisposable {
  readonly clock = new BenchClock(noon);
  readonly folder: string;
  settings: Settings = defaultSettings();
  store: Store;
  channels: ChannelRegistry;
  notifier: Notifier;
  #seq = 0;

  constructor(folder: string, store: Store, channels: ChannelRegistry, notifier: (bench: Bench) => Promise<Notifier>) {
    this.folder = folder;
    this.store = store;
    this.channels = channels;
    this.notifier = idle;
    this.#begin = notifier;
  }

  readonly #begin: (bench: Bench) => Promise<Notifier>;

  get channelsFile(): string {
    return join(this.folder, 'notifications.json');
  }

  async begin(): Promise<void> {
    this.notifier = await this.#begin(this);
  }

  /** Ends the notifier and the store and opens both again, as a restart of the console does. */
  async restart(): Promise<void> {
    await this.notifier[Symbol.asyncDispose]();
    this.store[Symbol.dispose]();
    this.store = await openBenchStore(this.folder);
    this.channels = await openBenchChannels(this.folder);
    await this.begin();
  }

  tell(fact: AnyFact, childId = miner.id): void {
    this.#seq += 1;
    const stored: StoredFact = { seq: this.#seq, at: this.clock.now(), childId, fact };
    this.notifier.facts([stored]);
  }

  /** Newest first. */
  get deliveries(): readonly DeliveryRow[] {
    return this.store.reader.deliveries({ limit: 1_000 }).items;
  }

  /** Resolves when a delivery looks like this: real sockets answer when they do. */
  async until(condition: () => boolean): Promise<void> {
    for (let round = 0; round < 5_000; round++) {
      if (condition()) return;
      await settle();
    }
    throw new Error(`it did not come to that; deliveries: ${JSON.stringify(this.deliveries)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.notifier[Symbol.asyncDispose]();
    this.store[Symbol.dispose]();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-notifications-'));
  const bench = new Bench(folder, await openBenchStore(folder), await openBenchChannels(folder), (of) =>
    openNotifier({
      clock: of.clock,
      random: createRandom(1),
      store: of.store,
      settings: {
        get values() {
          return of.settings;
        },
        onChange: () => ({ [Symbol.dispose]: () => {} }),
      },
      channels: of.channels,
      sources,
      memoryFile: join(of.folder, 'memory.json'),
      machineTimeZone: 'UTC',
      log: createSilentLogger(),
    }),
  );
  await bench.begin();
  return bench;
}

export function hookTo(url: string, changes: Partial<NotificationChannelBody> = {}): NotificationChannelBody {
  return {
    name: 'Hook',
    kind: 'webhook',
    enabled: true,
    rules: [...notificationRuleIds],
    campaigns: 'wanted',
    config: { url },
    ...changes,
  };
}

function openBenchStore(folder: string): Promise<Store> {
  return openStore({ path: join(folder, 'dropwise.db'), now: () => noon, timeZone: 'UTC' });
}

function openBenchChannels(folder: string): Promise<ChannelRegistry> {
  return openChannelRegistry({ path: join(folder, 'notifications.json'), random: createRandom(7), now: noon });
}

const idle: Notifier = {
  facts: () => {},
  sendTest: () => Promise.reject(new Error('the notifier has not begun')),
  [Symbol.asyncDispose]: async () => {},
};
