import type { MinerCommand } from './command.ts';

export type ConsoleMessage =
  /** Everything that was sent up to and with this key is stored and may be forgotten. */
  | { readonly kind: 'factsStored'; readonly key: string }
  /** A picture of Twitch's, for people to look at: answered by `artFetched` with the same id. */
  | { readonly kind: 'fetchArt'; readonly id: number; readonly url: string }
  | { readonly kind: 'command'; readonly id: number; readonly command: MinerCommand };
