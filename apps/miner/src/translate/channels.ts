import type { ChannelReport } from '@dropwise/core';
import type { TwitchChannel } from '@dropwise/twitch';
import { gameOf } from './campaigns.ts';

export function channelReportOf(channel: TwitchChannel): ChannelReport {
  const { id, login, displayName, stream } = channel;
  return { id, login, displayName, stream: stream && { ...stream, game: stream.game && gameOf(stream.game) } };
}
