import { withStatus } from '../lines/fold-fact.ts';
import type { MinerPicture } from '../lines/miner-picture.ts';
import { socketReasonCodes } from '../lines/rows/socket.ts';
import type { RangermixEvents } from './wire.ts';

/** rangermix' own connections to Twitch. Its texts are translated: in other languages none counts as connected. */
export interface SocketTally {
  note(socket: RangermixEvents['websocket_status'], at: number): void;
}

export function createSocketTally(picture: MinerPicture): SocketTally {
  const connected = new Set<number>();
  return {
    note: ({ idx, status, total_websockets: total }, at) => {
      if (/^connected/i.test(status)) {
        connected.add(idx);
        picture.clear(socketReasonCodes, String(idx), at);
      } else connected.delete(idx);
      // Sockets are numbered from 0; those beyond the total were given up.
      for (const each of connected) if (each >= total) connected.delete(each);
      picture.put({ status: withStatus(picture.view, { sockets: { connected: connected.size, total } }).status });
    },
  };
}
