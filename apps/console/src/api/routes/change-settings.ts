import type { settingsChangedAnswer } from '@dropwise/contract';
import type * as v from 'valibot';
import type { Who } from '../../auth/who.ts';
import type { SettingsService } from '../../config/settings-service.ts';
import { ProblemError } from '../problem-error.ts';

type Outcome = v.InferOutput<typeof settingsChangedAnswer>['outcome'];

/** Changes settings, or ends the request with everything that stands against it. */
export async function changeSettings(
  settings: SettingsService,
  changes: Readonly<Record<string, unknown>>,
  who: Who,
): Promise<Outcome> {
  const changed = await settings.change(changes, who);
  if (changed.ok) {
    const { keys, restartKeys, warnings, ...rest } = changed.value;
    return { ...rest, keys: [...keys], restartKeys: [...restartKeys], warnings: [...warnings] };
  }
  const sentence = changed.failure.map((problem) => problem.sentence).join(' ');
  const key = changed.failure[0]?.key ?? '';
  // Without a key it is not the request that is at fault.
  if (key === '') throw new ProblemError('conflict', sentence);
  throw new ProblemError('badRequest', sentence, `body.${key}`);
}
