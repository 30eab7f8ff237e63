import type { AudienceReport } from '@dropwise/contract/audience';
import { assertNever } from '@dropwise/kit';
import { type ExitCode, exitCodes } from '@dropwise/runtime';

/** What a script hears of a run. */
export function exitCodeOf(outcome: AudienceReport['outcome']): ExitCode {
  switch (outcome) {
    case 'passed':
      return exitCodes.ok;
    case 'failed':
      return exitCodes.runFailed;
    case 'saturated':
      return exitCodes.generatorSaturated;
    case 'partial':
      return exitCodes.runPartial;
    case 'refused':
      return exitCodes.runRefused;
    default:
      return assertNever(outcome);
  }
}
