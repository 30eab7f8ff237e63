import type { AudienceEnding } from '@dropwise/contract';
import { exitCodes } from '@dropwise/runtime';
import type { ProcessEnd } from '../children/start-process.ts';

/** Exit codes with which the lab says, on stderr, why it did not begin. */
const refusals: readonly (number | null)[] = [
  exitCodes.badArguments,
  exitCodes.directoryHeld,
  exitCodes.directoryUnusable,
  exitCodes.runRefused,
];

/** What became of a run that did not say so itself: its exit code and its last words are all there is. */
export function describeEnd(
  { exitCode, signal }: ProcessEnd,
  lastWords: readonly string[],
  runId: string | null,
): AudienceEnding {
  const words = lastWords.filter((line) => line !== '').join('\n');
  if (refusals.includes(exitCode) && words !== '') return { runId, outcome: 'refused', sentence: words };
  const how = signal === null ? `with exit code ${exitCode}` : `by ${signal}`;
  const said = words === '' ? 'It said nothing.' : `Its last words:\n${words}`;
  return { runId, outcome: 'died', sentence: `The lab ended ${how} and left no report. ${said}` };
}
