import type { Clock } from '@dropwise/kit';
import type { Check, DoctorContext } from './check.ts';
import { broken, type Finding } from './finding.ts';

export interface CheckResult {
  readonly check: Check;
  readonly findings: readonly Finding[];
}

export interface RunLimits {
  /** Checks under way at a time. */
  readonly atOnce: number;
  /** For each check, from its own start. */
  readonly timeoutMs: number;
}

/**
 * Runs all checks and hands over each result in the order of `checks` as soon as it can. A check that throws, or takes
 * too long, becomes a finding of its own; only `signal` ends the whole early, by rejecting with its reason.
 */
export async function runChecks(
  checks: readonly Check[],
  context: DoctorContext,
  limits: RunLimits,
  signal: AbortSignal,
  onResult: (result: CheckResult) => void,
): Promise<void> {
  const waiting = checks.map((check) => ({ check, ...Promise.withResolvers<CheckResult>() }));
  const queue = [...waiting];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { check, resolve } = next;
      resolve({ check, findings: await runOne(check, context, limits.timeoutMs, signal) });
    }
  };
  const working = Promise.all(Array.from({ length: limits.atOnce }, work));
  for (const { promise } of waiting) {
    const result = await promise;
    if (signal.aborted) throw signal.reason;
    onResult(result);
  }
  await working;
}

async function runOne(
  check: Check,
  context: DoctorContext,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const stop = new AbortController();
  const tooLate = expire(context.clock, timeoutMs, signal);
  try {
    return await Promise.race([check.run(context, AbortSignal.any([signal, stop.signal])), tooLate.passed]);
  } catch (error) {
    return [broken(`It could not be looked at: ${messageOf(error)}.`, 'Run the doctor again; if it stays, report it.')];
  } finally {
    tooLate.cancel();
    stop.abort(new Error('the check is over'));
  }
}

/** Resolves with a finding when the time is up, or at once when everything is to end. */
function expire(clock: Clock, timeoutMs: number, signal: AbortSignal) {
  const { promise: passed, resolve } = Promise.withResolvers<readonly Finding[]>();
  const onAbort = (): void => resolve([]);
  const timer = clock.deadline(timeoutMs, () =>
    resolve([
      broken(
        `There was no answer within ${timeoutMs / 1_000} s.`,
        'Check your connection; if it is slow, raise network.connectionQuality.',
      ),
    ]),
  );
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  return {
    passed,
    cancel(): void {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
    },
  };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, '');
}
