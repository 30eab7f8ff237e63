import { settingDefinitions } from '@dropwise/core';
import { fail, type Result, succeed } from '@dropwise/kit';
import { validateSetting } from '@dropwise/runtime';

/**
 * Whoever types a port that is none must not find the console at another one. Fails with a sentence a misfit. What a file or the
 * environment says wrong is warned of, and its default holds: nobody may be there to read a refusal.
 */
export function checkFlags(flags: Readonly<Record<string, string>>): Result<void, string> {
  const misfits = settingDefinitions.flatMap(({ key, group, schema, parseText }) => {
    const text = flags[key];
    if (group !== 'console' || text === undefined) return [];
    const parsed = parseText(text);
    const checked = parsed.ok ? validateSetting(schema, parsed.value) : parsed;
    return checked.ok ? [] : [`${key}: ${checked.failure}, found "${text}". Nothing was started.`];
  });
  return misfits.length === 0 ? succeed(undefined) : fail(misfits.join('\n'));
}
