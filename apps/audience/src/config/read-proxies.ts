import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, type Result, succeed } from '@dropwise/kit';
import { parseProxy } from '../egress/parse-proxy.ts';
import { findProxyClash, parseProxyList } from '../egress/parse-proxy-list.ts';
import type { GivenFlags } from './read-flags.ts';
import type { ProxySetting } from './run-settings.ts';

/**
 * Of `--proxy-list` and then `--proxy`; where neither is given, of the configuration's own text. The failure is a sentence for
 * each that does not fit, without credentials.
 */
export async function readProxies(
  flags: GivenFlags,
  configured: string | undefined,
  workingFolder: string,
): Promise<Result<readonly ProxySetting[], readonly string[]>> {
  const path = flags['proxy-list']?.[0];
  const given = flags.proxy ?? [];
  if (path === undefined && given.length === 0) return readList(configured ?? '', 'proxies');
  const listed = path === undefined ? succeed([]) : await readListFile(path, workingFolder);
  const parsed = given.map(parseProxy);
  const problems = [
    ...(listed.ok ? [] : listed.failure),
    ...parsed.flatMap((proxy) => (proxy.ok ? [] : [`--proxy: ${proxy.failure}`])),
  ];
  if (!listed.ok || problems.length > 0) return fail(problems);
  const all = [...listed.value, ...parsed.flatMap((proxy) => (proxy.ok ? [proxy.value] : []))];
  const clash = findProxyClash(all);
  return clash === null ? succeed(all) : fail([`The proxies do not go together: ${clash}`]);
}

async function readListFile(
  path: string,
  workingFolder: string,
): Promise<Result<readonly ProxySetting[], readonly string[]>> {
  try {
    return readList(await readFile(resolve(workingFolder, path), 'utf8'), path);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return fail([`--proxy-list: ${path} must be readable, but the system answered: ${found}.`]);
  }
}

function readList(text: string, where: string): Result<readonly ProxySetting[], readonly string[]> {
  const parsed = parseProxyList(text);
  return parsed.ok ? parsed : fail(parsed.failure.map(({ line, sentence }) => `${where}, line ${line}: ${sentence}`));
}
