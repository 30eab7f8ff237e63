import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { choiceKind, textKind } from '../kinds.ts';

export type ClientChoice = 'tv' | 'android' | 'web' | 'mobile-web' | 'custom';
export const clientChoices: readonly ClientChoice[] = ['tv', 'android', 'web', 'mobile-web', 'custom'];

export type SocketChoice = 'pubsub' | 'hermes';
export const socketChoices: readonly SocketChoice[] = ['pubsub', 'hermes'];

/** As what Dropwise appears to Twitch. */
export interface TwitchGroup {
  readonly client: ClientChoice;
  readonly customClientId: string;
  readonly socket: SocketChoice;
}

export const twitchDefinitions: DefinitionsOf<TwitchGroup> = {
  client: defineSetting({
    key: 'twitch.client',
    doc: 'The kind of client that signs in. A session belongs to one kind: after a change you sign in again.',
    default: 'tv',
    restart: true,
    ...choiceKind(clientChoices),
  }),
  customClientId: defineSetting({
    key: 'twitch.customClientId',
    doc: 'Client id to use when twitch.client is custom.',
    default: '',
    restart: true,
    ...textKind('a client id of 20 to 40 small letters and digits, or nothing', /^(?:[a-z0-9]{20,40})?$/),
  }),
  socket: defineSetting({
    key: 'twitch.socket',
    doc: 'The live connection over which progress arrives.',
    default: 'pubsub',
    restart: true,
    ...choiceKind(socketChoices),
  }),
};
