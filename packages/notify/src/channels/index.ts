import type { Channel } from '../channel.ts';
import { apprise } from './apprise.ts';
import { discord } from './discord.ts';
import { email } from './email.ts';
import { gotify } from './gotify.ts';
import { ntfy } from './ntfy.ts';
import { telegram } from './telegram.ts';
import { webhook } from './webhook.ts';

/** Every way to reach a person; a new one is a file and a line. */
export const channels: readonly Channel[] = [discord, telegram, ntfy, gotify, email, webhook, apprise];

/** Null = there is no such kind. */
export function channelOfKind(kind: string): Channel | null {
  return channels.find((channel) => channel.kind === kind) ?? null;
}
