import { sayOfAdapter } from '../adapter-sayings.ts';
import { fact, raised } from '../lines/meanings.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import type { WireCode, WireLogin } from './wire.ts';

const activationPage = 'https://www.twitch.tv/activate';
const loginReasonCodes = ['login-needed', 'login-refused', 'session-revoked'];

/** What rangermix says of its login. Its texts are translated; the user's id is not. */
export function noteLogin(picture: MinerPicture, login: WireLogin, at: number): void {
  const known = picture.view.login;
  if (login.user_id !== null) {
    const userId = String(login.user_id);
    if (known.state !== 'signedIn' || known.userId !== userId) picture.take([fact('signedIn', { userId })], at);
    picture.clear(loginReasonCodes, null, at);
    return;
  }
  const isWaiting = known.state === 'waitingForPerson';
  const state = isWaiting ? 'waitingForPerson' : 'signedOut';
  picture.put({ login: { ...known, state, sentence: login.status, userId: null } });
}

/** A code waits; rangermix asks Twitch about it only after it was confirmed: peers 2.3. */
export function noteCode(picture: MinerPicture, { url, code }: WireCode, at: number): void {
  const verificationUri = url ?? activationPage;
  if (picture.view.login.userCode !== code) {
    picture.take([fact('deviceCodeIssued', { userCode: code, verificationUri })], at);
  }
  picture.take(
    [
      raised({
        code: 'login-needed',
        level: 'starting',
        said: sayOfAdapter('line-login-needed'),
        todo: sayOfAdapter('line-login-confirm-todo', { link: verificationUri, code }),
      }),
    ],
    at,
  );
}
