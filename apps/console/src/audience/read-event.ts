import { type AudienceEvent, audienceEvent } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';

/** A line of `dropwise audience --json-events`. The failure says what it is not, and repeats nothing of it. */
export function readEvent(line: string): Result<AudienceEvent, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail(`expected JSON, found ${line.length} characters of something else`);
  }
  const checked = v.safeParse(audienceEvent, value, { abortEarly: true });
  if (checked.success) return succeed(checked.output);
  const [issue] = checked.issues;
  return fail(`expected an event of a run; ${v.getDotPath(issue) ?? 'the whole'} is none`);
}
