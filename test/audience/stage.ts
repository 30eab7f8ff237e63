import { makeFolder } from '../e2e/processes.ts';
import { type AudienceRun, startAudienceRun } from './audience-run.ts';
import { type RealOrigin, startRealOrigin } from './real-origin.ts';

export const viewers = 10;

/** A live origin of its own, and what is needed to watch it. */
export interface Stage extends AsyncDisposable {
  readonly origin: RealOrigin;
  /** The data directory of all that watch. */
  readonly folder: string;
  watch(...flags: readonly string[]): AudienceRun;
}

export async function openStage(): Promise<Stage> {
  const stack = new AsyncDisposableStack();
  try {
    const folder = stack.use(await makeFolder()).path;
    const origin = stack.use(await startRealOrigin());
    const shared = [origin.url, `${viewers}`, '--join-over', '1s', '--data-dir', folder];
    return {
      origin,
      folder,
      watch: (...flags) => startAudienceRun([...shared, ...flags]),
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

/** The first second of a run that is so late. */
export function at(run: AudienceRun, ms: number) {
  return run.sample(({ atMs }) => atMs >= ms);
}
