import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { choiceListKind } from '../kinds.ts';

/** Twitch's names stay at its edge; these three are ours. */
export type TransportChoice = 'spade' | 'hls' | 'gql';
export const transportChoices: readonly TransportChoice[] = ['spade', 'hls', 'gql'];

/** How a channel is watched. */
export interface WatchingGroup {
  readonly transports: readonly TransportChoice[];
}

export const watchingDefinitions: DefinitionsOf<WatchingGroup> = {
  transports: defineSetting({
    key: 'watching.transports',
    doc: 'Ways of watching in the order they are tried; the next one is used when minutes are not counted.',
    default: ['spade', 'hls', 'gql'],
    ...choiceListKind(transportChoices),
  }),
};
