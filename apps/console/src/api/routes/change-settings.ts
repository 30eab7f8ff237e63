import type { settingsChangedAnswer } from '@dropwise/contract';
import { isConsoleSetting, settingDefinitions } from '@dropwise/core';
import type * as v from 'valibot';
import type { Who } from '../../auth/who.ts';
import type { SettingsService } from '../../config/settings-service.ts';
import { shown } from '../../shown/shown-saying.ts';
import { ProblemError } from '../problem-error.ts';

type Outcome = v.InferOutput<typeof settingsChangedAnswer>['outcome'];

/** Where the console listens, whom it believes, what it forgets and where it writes is no business of a program's. */
function refuseConsoleKeys(changes: Readonly<Record<string, unknown>>, who: Who): void {
  if (who.scopes.has('owner')) return;
  const key = settingDefinitions.find((each) => isConsoleSetting(each) && Object.hasOwn(changes, each.key))?.key;
  if (key === undefined) return;
  const sentence = `${key} is a setting of the console itself: only the owner, signed in in a browser, may change it. A key with the right "control" changes what the miner does.`;
  throw new ProblemError('notAllowed', sentence, `body.${key}`);
}

/** Changes settings, or ends the request with everything that stands against it. */
export async function changeSettings(
  settings: SettingsService,
  changes: Readonly<Record<string, unknown>>,
  who: Who,
): Promise<Outcome> {
  refuseConsoleKeys(changes, who);
  const changed = await settings.change(changes, who);
  if (changed.ok) {
    const { keys, restartKeys, warnings, said, ...rest } = changed.value;
    return {
      ...rest,
      ...(said && { said: shown(said) }),
      keys: [...keys],
      restartKeys: [...restartKeys],
      warnings: [...warnings],
    };
  }
  const sentence = changed.failure.map((problem) => problem.sentence).join(' ');
  const key = changed.failure[0]?.key ?? '';
  // Without a key it is not the request that is at fault.
  if (key === '') throw new ProblemError('conflict', sentence);
  throw new ProblemError('badRequest', sentence, `body.${key}`);
}
