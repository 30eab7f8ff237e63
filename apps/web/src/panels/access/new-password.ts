import type { MessageKey } from '../../locales/en/index.ts';

const minLength = 8;

/** What is wrong with a new password that is typed twice; null = nothing. */
export function newPasswordProblem(password: string, repeated: string): MessageKey | null {
  if ([...password].length < minLength) return 'settings.access.tooShort';
  return password === repeated ? null : 'settings.access.differ';
}
