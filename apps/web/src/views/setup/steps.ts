import type { AccessView } from '@dropwise/contract';
import type { LiveState } from '@dropwise/contract/live';

/** The first steps, in their order; each has an address: `setup/storage`. */
export const steps = ['storage', 'password', 'login', 'linked', 'games', 'notify', 'done'] as const;
export type Step = (typeof steps)[number];

/** Null = there is no such step. */
export function stepNamed(name: string | undefined): Step | null {
  return steps.find((step) => step === name) ?? null;
}

/**
 * The step that is shown. Where nothing but a password opens the console, that one comes first, whatever the address says.
 */
export function stepShown(name: string | undefined, access: AccessView | null): Step {
  if (access?.setupNeeded === true && access.maySetPassword) return 'password';
  return stepNamed(name) ?? steps[0];
}

export function neighboursOf(step: Step): { readonly before: Step | null; readonly after: Step | null } {
  const index = steps.indexOf(step);
  return { before: steps[index - 1] ?? null, after: steps[index + 1] ?? null };
}

/** Whether there is nothing left to do in it; null = not to be known from here. */
export function isDone(step: Step, access: AccessView | null, state: LiveState | null): boolean | null {
  switch (step) {
    case 'password':
      return access?.passwordSet ?? null;
    case 'login':
      return state === null ? null : state.login.state === 'signedIn';
    case 'games':
      return state === null ? null : listedCount(state) > 0;
    case 'storage':
    case 'linked':
    case 'notify':
    case 'done':
      return null;
  }
}

/** How many games are on the owner’s list. */
export function listedCount({ settings }: Pick<LiveState, 'settings'>): number {
  const value = settings.settings.find(({ key }) => key === 'mining.priority')?.value;
  return Array.isArray(value) ? value.length : 0;
}
