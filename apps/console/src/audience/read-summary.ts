import type { AudienceRunSummary } from '@dropwise/contract';
import { audienceReport, audienceSample } from '@dropwise/contract/audience';
import { fail, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';

const reportHead = v.object({
  ...v.pick(audienceReport, ['format', 'version', 'runId', 'startedAt', 'endedAt', 'target', 'outcome', 'verdict'])
    .entries,
  timeline: v.array(v.pick(audienceSample, ['viewers'])),
});

/** What a list shows of a report. `runId`: its folder's name, by which it is asked for. */
export function readSummary(runId: string, text: string): Result<AudienceRunSummary, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is not JSON');
  }
  const checked = v.safeParse(reportHead, value, { abortEarly: true });
  if (!checked.success) return fail(`${v.getDotPath(checked.issues[0]) ?? 'the whole'} is not as in a report`);
  const { startedAt, endedAt, target, outcome, verdict, timeline } = checked.output;
  const [started, ended] = [Date.parse(startedAt), Date.parse(endedAt)];
  if (Number.isNaN(started) || Number.isNaN(ended)) return fail('it does not say when it was');
  const viewers = timeline.reduce((most, sample) => Math.max(most, present(sample.viewers)), 0);
  return succeed({ runId, startedAt: started, endedAt: ended, target, viewers, outcome, verdict });
}

function present({
  joining,
  playing,
  stalled,
}: v.InferOutput<typeof reportHead>['timeline'][number]['viewers']): number {
  return joining + playing + stalled;
}
