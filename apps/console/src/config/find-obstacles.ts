import { access, constants } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Settings } from '@dropwise/core';
import type { Result } from '@dropwise/kit';
import { makePrivateFolder } from '@dropwise/runtime';
import { checkTrustedProxies } from '../api/guards/peer.ts';
import { isLoopback } from '../auth/addresses.ts';
import { resolveListenHost } from '../auth/check-listen.ts';
import { readTls } from '../auth/read-tls.ts';
import { checkSchedule } from '../backup/check-schedule.ts';
import type { SettingProblem } from './settings-service.ts';

export interface ObstacleContext {
  readonly passwordSet: () => boolean;
  readonly now: () => number;
}

export type FindObstacles = (settings: Settings, keys: readonly string[]) => Promise<readonly SettingProblem[]>;

/**
 * What fits its definition and yet keeps the console from its next start, or from doing what it says: looked at among `keys`
 * alone. A change that is made in the console must not be what it dies of later, when nobody is there.
 */
export function createFindObstacles({ passwordSet, now }: ObstacleContext): FindObstacles {
  return async ({ console, backup }, keys) => {
    const { host, trustedProxies, tlsCertFile: certFile, tlsKeyFile: keyFile } = console;
    const checks: readonly (readonly [key: string, check: () => Promise<string | null>])[] = [
      ['console.host', () => checkHost(host, passwordSet())],
      ['console.trustedProxies', async () => failureOf(checkTrustedProxies(trustedProxies))],
      ['console.tlsCertFile', async () => failureOf(await readTls({ certFile, keyFile }, now()))],
      ['console.tlsKeyFile', async () => failureOf(await readTls({ certFile, keyFile }, now()))],
      ['backup.schedule', async () => checkSchedule(backup.schedule)],
      ['backup.folder', () => checkFolder(backup.folder)],
    ];
    const found = await Promise.all(
      checks
        .filter(([key]) => keys.includes(key))
        .map(async ([key, check]): Promise<SettingProblem | null> => {
          const sentence = await check();
          return sentence === null ? null : { key, sentence };
        }),
    );
    const problems = found.filter((problem) => problem !== null);
    // Certificate and key have one sentence.
    return problems.filter(({ sentence }, at) => problems.findIndex((each) => each.sentence === sentence) === at);
  };
}

async function checkHost(host: string, passwordSet: boolean): Promise<string | null> {
  const addresses = await resolveListenHost(host);
  if (addresses.length === 0) {
    return `console.host must be an address of this machine, but "${host}" stands for none. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
  }
  if (passwordSet || addresses.every(isLoopback)) return null;
  return `console.host: ${host} lets other machines in, and no password is set. Set a password first.`;
}

async function checkFolder(folder: string): Promise<string | null> {
  // Within the data directory, which takes files.
  if (folder === '' || !isAbsolute(folder)) return null;
  try {
    await makePrivateFolder(folder);
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return `backup.folder must be a folder that takes files, but the system answered: ${found}. No backups can be made there.`;
  }
}

function failureOf(checked: Result<unknown, string>): string | null {
  return checked.ok ? null : checked.failure;
}
