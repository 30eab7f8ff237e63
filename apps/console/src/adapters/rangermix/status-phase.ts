import type { MinerPhase } from '../lines/line-meaning.ts';

/** Peers 2.4, “Main status strings”. They are translated: another language leaves the phase as it was. */
const phases: readonly (readonly [RegExp, MinerPhase])[] = [
  [/^Initializing/, 'starting'],
  [/^Idle$/, 'idle'],
  [/^(?:Fetching|Adding campaigns)/, 'reloading'],
  [/^(?:Cleaning up channels|Gathering channels|Switching the channel)/, 'switching'],
  [/^Watching: /, 'watching'],
  [/^Exiting/, 'stopping'],
  [/^Terminated/, 'ended'],
];

export function phaseOf(status: string): MinerPhase | null {
  return phases.find(([pattern]) => pattern.test(status))?.[1] ?? null;
}
