import type { Reason } from '../reason.ts';

/** The account and the owner's own files. */
export const loginReasons = {
  'login-needed': {
    level: 'starting',
    sentence: 'Dropwise waits for you to sign in to Twitch.',
    todo: 'Open {link} and enter {code}.',
    stillWorks: '',
  },
  'login-refused': {
    level: 'broken',
    sentence: 'Twitch does not let this kind of client sign in: {detail}.',
    todo: 'Choose another client in the setting twitch.client; tv is the default.',
    stillWorks: '',
  },
  'login-expired': {
    level: 'starting',
    sentence: 'The code ran out before it was entered.',
    todo: 'Open {link} and enter the new code {code}.',
    stillWorks: '',
  },
  'session-revoked': {
    level: 'broken',
    sentence: 'Twitch ended the session.',
    todo: 'Sign in again: open {link} and enter {code}.',
    stillWorks: 'What is known is kept; mining goes on after you sign in.',
  },
  'settings-invalid': {
    level: 'degraded',
    sentence: 'Some settings cannot be used: {detail}.',
    todo: 'Correct them; until then their defaults hold.',
    stillWorks: 'Mining goes on.',
  },
  'clock-off': {
    level: 'degraded',
    sentence: 'This machine’s clock differs from Twitch’s: {detail}.',
    todo: 'Set the clock, best by turning on automatic time.',
    stillWorks: 'Mining goes on, but starts and ends may be missed.',
  },
} as const satisfies Readonly<Record<string, Reason>>;
