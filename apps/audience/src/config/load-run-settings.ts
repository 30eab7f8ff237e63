import { resolve } from 'node:path';
import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import { checkConfiguration } from './check-configuration.ts';
import { completeSettings } from './complete-settings.ts';
import { nameInFlags } from './name-in-flags.ts';
import { readConfiguration } from './read-configuration.ts';
import { type GivenFlags, readFlags } from './read-flags.ts';
import { readPart } from './read-part.ts';
import { readProxies } from './read-proxies.ts';
import type { RunSettings } from './run-settings.ts';

/** What a person gave: words, flags by name, and where relative files are. */
export interface GivenRun {
  readonly words: readonly string[];
  readonly flags: GivenFlags;
  readonly workingFolder: string;
}

/**
 * Defaults ← configuration file ← flags. No variable of the environment has a part in it. A load is not begun with what does
 * not fit: the failure is a sentence for each.
 */
export async function loadRunSettings(given: GivenRun): Promise<Result<RunSettings, readonly string[]>> {
  const { words, flags, workingFolder } = given;
  const path = flags.config?.[0];
  const file =
    path === undefined ? succeed<AudienceConfiguration>({}) : await readConfiguration(resolve(workingFolder, path));
  if (!file.ok) return file;
  const layer = readFlags(words, flags, file.value);
  const part = readPart(flags);
  const above = layer.ok ? layer.value : {};
  const whole = checkConfiguration({ ...file.value, ...above }, (at) => nameInFlags(at, flags, above));
  const proxies = await readProxies(flags, file.value.proxies, workingFolder);
  const problems = [
    ...(layer.ok ? [] : layer.failure),
    ...(whole.ok ? [] : whole.failure.map(({ sentence }) => sentence)),
    ...(part.ok ? [] : part.failure),
    ...(proxies.ok ? [] : proxies.failure),
  ];
  if (!whole.ok || !part.ok || !proxies.ok || problems.length > 0) return fail(problems);
  return completeSettings(whole.value, proxies.value, part.value);
}
