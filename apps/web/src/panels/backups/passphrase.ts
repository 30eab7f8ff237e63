import type { MessageKey } from '../../locales/en/index.ts';

const minLength = 8;

/** What is wrong with a passphrase that is typed twice; null = nothing. */
export function passphraseProblem(passphrase: string, repeated: string): MessageKey | null {
  if ([...passphrase].length < minLength) return 'settings.backup.tooShort';
  return passphrase === repeated ? null : 'settings.backup.differ';
}
