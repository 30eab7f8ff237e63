import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { textKind, wholeNumberKind } from '../kinds.ts';

/** The way out. */
export interface NetworkGroup {
  readonly proxy: string;
  readonly connectionQuality: number;
}

export const networkDefinitions: DefinitionsOf<NetworkGroup> = {
  proxy: defineSetting({
    key: 'network.proxy',
    doc: 'Proxy for everything that goes to Twitch. May hold a name and a password, so it is kept secret.',
    default: '',
    secret: true,
    restart: true,
    ...textKind(
      'an http, https or socks5 URL such as socks5://127.0.0.1:1080, or nothing',
      /^(?:(?:https?|socks5h?):\/\/(?:[^\s/@]+@)?(?:\[[0-9a-f:]+\]|[^\s/:@?#[\]]+)(?::\d{1,5})?\/?)?$/i,
    ),
  }),
  connectionQuality: defineSetting({
    key: 'network.connectionQuality',
    doc: 'Multiplies every time limit: 1 for a good connection, 6 for a very slow one.',
    default: 1,
    restart: true,
    ...wholeNumberKind(1, 6),
  }),
};
