import type { Saying } from '@dropwise/core';
import { sayOfAdapter } from '../../adapter-sayings.ts';
import { cleanName } from '../clean-text.ts';
import { type LineRow, nothing, print, record } from '../line-row.ts';
import { cleared, complaintMs, fact, raised, status } from '../meanings.ts';

/** Peers 2.3 shows the page in the address of a code. */
const activationPage = 'https://www.twitch.tv/activate';

const loginReasonCodes = ['login-needed', 'login-refused', 'session-revoked'];

const captcha = raised({
  code: 'login-refused',
  level: 'broken',
  said: sayOfAdapter('line-captcha'),
  todo: sayOfAdapter('line-captcha-todo'),
});

/** Peers 3.2, “Login and start”. */
export const loginRows: readonly LineRow[] = [
  { id: 'logging level', said: { tdm: print }, pattern: /^Logging level: \w+$/, means: nothing },
  {
    id: 'version',
    said: { rangermix: record },
    pattern: /^Version: (?<version>\S{1,40})$/,
    means: (group) => [{ kind: 'version', version: cleanName(group('version'), 40) }],
  },
  {
    id: 'starting',
    said: { rangermix: record },
    pattern:
      /^(?:Logger initialized|=== TwitchDropsMiner Starting ===|(?:Python version|Platform|Proxy|Language): .*|Minimum refresh interval: \d+ minutes|Web GUI Manager initialized|Starting web server on http:\/\/\S+|Starting main client run loop)$/,
    means: () => [status('starting', 'Starting up.')],
  },
  {
    id: 'checking login',
    said: { tdm: record, rangermix: record },
    pattern: /^Checking login$/,
    means: () => [status('signingIn', 'Checking the login.')],
  },
  {
    id: 'restoring session',
    said: { tdm: record, rangermix: record },
    pattern: /^Restoring session from cookie$/,
    means: () => [status('signingIn', 'Taking the stored login.')],
  },
  {
    id: 'session invalid',
    said: { tdm: record, rangermix: record },
    pattern: /^Restored session is invalid$/,
    means: () => [fact('sessionRevoked', { detail: 'the stored login is no longer valid' })],
  },
  {
    id: 'client mismatch',
    said: { tdm: record, rangermix: record },
    pattern: /^Cookie client ID mismatch$/,
    means: () => [fact('sessionRevoked', { detail: 'the stored login belongs to another client' })],
  },
  {
    id: 'signed in',
    said: { tdm: record, rangermix: record },
    pattern: /^Login successful, user ID: (?<id>\d{1,20})$/,
    means: (group) => [fact('signedIn', { userId: group('id') }), cleared(loginReasonCodes)],
  },
  {
    id: 'log in to continue',
    said: { tdm: print },
    pattern: /^Please log in to continue\.$/,
    means: () => [loginNeeded(sayOfAdapter('line-login-button-todo'))],
  },
  {
    id: 'enter the code',
    said: { tdm: print },
    pattern: /^Enter this code on the Twitch's device activation page: (?<code>[A-Za-z0-9-]{4,20})$/,
    means: (group) => [
      fact('deviceCodeIssued', { userCode: group('code'), verificationUri: activationPage }),
      loginNeeded(sayOfAdapter('line-login-code-todo', { link: activationPage, code: group('code') })),
    ],
  },
  {
    id: 'token not invalidated',
    said: { tdm: record },
    pattern: /^Failed to invalidate the auth token: (?<status>.{1,200})$/,
    means: (group) => [
      raised({
        code: 'operation-failing',
        item: 'revoke',
        said: sayOfAdapter('line-session-kept', { detail: cleanName(group('status')) }),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    id: 'captcha',
    said: { tdm: print, rangermix: print },
    pattern: /^Your login attempt was denied by CAPTCHA\.(?:\nPlease try again in 12\+ hours\.)?$/,
    means: () => [fact('signInFailed', { reason: 'refused', detail: 'CAPTCHA' }), captcha],
  },
  {
    id: 'captcha required',
    said: { rangermix: record },
    pattern: /^Captcha required - cannot continue$/,
    means: () => [captcha],
  },
];

function loginNeeded(todo: Saying): ReturnType<typeof raised> {
  return raised({ code: 'login-needed', level: 'starting', said: sayOfAdapter('line-login-needed'), todo });
}
