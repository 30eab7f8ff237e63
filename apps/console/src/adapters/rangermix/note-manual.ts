import { withStatus } from '../lines/fold-fact.ts';
import { fact, loginOf } from '../lines/meanings.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import type { WireManual } from './wire.ts';

/** Manual mode as rangermix tells it: by the channel's name. */
export function noteManual(picture: MinerPicture, manual: WireManual, at: number): void {
  const before = picture.view.status.manual;
  if (!manual.active) {
    if (before !== null) picture.take([fact('manualEnded')], at);
    return;
  }
  const login = manual.channel_name === null ? 'a channel' : loginOf(manual.channel_name);
  if (before?.login !== login) picture.take([fact('manualStarted', { login })], at);
  const channel = Object.values(picture.view.channels).find((each) => each.login === login);
  const { manual: started } = picture.view.status;
  if (started === null) return;
  const known = { ...started, channelId: channel?.id ?? null, game: manual.game_name };
  picture.put({ status: withStatus(picture.view, { manual: known }).status });
}
