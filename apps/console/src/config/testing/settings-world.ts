import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsoleFact } from '@dropwise/contract';
import { createSystemClock } from '@dropwise/runtime';
import type { StoreReader, StoreWriter } from '@dropwise/store';
import { FakeAuditLog } from '../../api/testing/fake-audit-log.ts';
import type { Who } from '../../auth/who.ts';
import { openSettingsService, type SettingsServiceOptions } from '../open-settings-service.ts';
import type { PushTarget } from '../push-to-miner.ts';
import type { SettingsService } from '../settings-service.ts';

export const ann: Who = {
  kind: 'session',
  scopes: new Set(['public', 'read', 'control']),
  name: 'ann',
  address: '::1',
};

export type KeptSettings = Parameters<StoreWriter['addSettings']>[0];

/** A settings service on a file of its own, with what it tells. */
export interface SettingsWorld extends AsyncDisposable {
  readonly service: SettingsService;
  readonly folder: string;
  readonly path: string;
  readonly audit: FakeAuditLog;
  readonly kept: KeptSettings[];
  readonly facts: ConsoleFact[];
  readonly logged: string[];
  fleet: PushTarget | null;
  text(): Promise<string>;
}

export interface SettingsWorldOptions
  extends Partial<Pick<SettingsServiceOptions, 'env' | 'flags' | 'takeLimitMs' | 'findObstacles'>> {
  /** Null = there is no file. */
  readonly text?: string | null;
  readonly kept?: readonly KeptSettings[];
}

export async function openSettingsWorld(options: SettingsWorldOptions = {}): Promise<SettingsWorld> {
  const {
    text = null,
    env = {},
    flags = {},
    takeLimitMs = 2_000,
    kept: earlier = [],
    findObstacles = async () => [],
  } = options;
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-settings-'));
  const path = join(folder, 'settings.json');
  if (text !== null) await writeFile(path, text);
  const world = {
    folder,
    path,
    audit: new FakeAuditLog(),
    kept: [...earlier],
    facts: [] as ConsoleFact[],
    logged: [] as string[],
    fleet: null as PushTarget | null,
    text: () => readFile(path, 'utf8'),
  };
  const service = await openSettingsService({
    path,
    env,
    flags,
    takeLimitMs,
    findObstacles,
    clock: createSystemClock(),
    history: {
      writer: { addSettings: (record) => world.kept.push(record) },
      reader: { settings: () => pageOf(world.kept) },
    },
    audit: world.audit,
    fleet: () => world.fleet,
    onFact: (_childId, fact) => world.facts.push(fact),
    log: (sentence) => world.logged.push(sentence),
  });
  return Object.assign(world, {
    service,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

function pageOf(kept: readonly KeptSettings[]): ReturnType<StoreReader['settings']> {
  return { items: kept.map((record, index) => ({ seq: index + 1, ...record })).reverse(), next: null };
}
