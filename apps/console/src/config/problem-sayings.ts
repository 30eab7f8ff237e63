import type { Saying } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import type { LoadedSettings } from '@dropwise/runtime';

type SettingsProblem = LoadedSettings['problems'][number];

/** What of the settings was not taken, by code. The sentences are made where the settings are read. */
export const settingsProblemCodes = [
  'settings-unreadable',
  'settings-broken',
  'settings-misfit',
  'settings-unknown',
  'settings-unknown-near',
] as const;
type SettingsProblemCode = (typeof settingsProblemCodes)[number];

/**
 * `place` reads the same in every language, `detail` is what was expected, `copy` is "none" where there is none, `found` is empty where it is not shown, and `origin`
 * says whose value holds instead.
 */
export function sayingOf(problem: SettingsProblem): Saying {
  const said = (code: SettingsProblemCode, values: Saying['values']): Saying => ({
    code,
    values,
    sentence: problem.sentence,
  });
  switch (problem.kind) {
    case 'unreadable':
      return said('settings-unreadable', { path: problem.path, detail: problem.found });
    case 'broken': {
      const { path, line, column, keptAs } = problem;
      return said('settings-broken', { path, line, column, copy: keptAs ?? 'none' });
    }
    case 'invalid': {
      const { place, key, found, failure, instead } = problem;
      return said('settings-misfit', { place, key, found: found ?? '', detail: failure, origin: instead });
    }
    case 'unknown': {
      const { place, name, near } = problem;
      return near === null
        ? said('settings-unknown', { place, name })
        : said('settings-unknown-near', { place, name, near });
    }
    default:
      return assertNever(problem);
  }
}
