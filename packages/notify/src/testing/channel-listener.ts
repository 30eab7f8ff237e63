import type { ChannelConfig } from '../channel.ts';

/**
 * How the other side behaves: `well` takes what comes, `busy` wants it later, `broken` fails by itself, `refusing` will
 * never take it, `silent` takes the connection and says nothing.
 */
export type Behaviour = 'well' | 'busy' | 'broken' | 'refusing' | 'silent';

/** A message as a person sees it at the other end. */
export interface SeenMessage {
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
}

/** The other side of a channel, on loopback. */
export interface ChannelListener extends AsyncDisposable {
  /** Leads to this listener, with secrets in every secret field. */
  readonly config: ChannelConfig;
  behave(behaviour: Behaviour): void;
  /** Resolves when the next try has reached it. */
  arrival(): Promise<void>;
  /** What was taken, oldest first. Throws where a service would show something else than plain text. */
  seen(): readonly SeenMessage[];
  /** Nobody listens any more. */
  leave(): Promise<void>;
}
