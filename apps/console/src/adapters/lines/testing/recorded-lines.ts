import type { RecordedLine } from './recorded-line.ts';
import { channels, inventory, login, progress } from './recorded-mining.ts';
import { endings, network, sockets } from './recorded-network.ts';

/** Every row of peers 3.2, for each miner that says it. */
export const recordedLines: readonly RecordedLine[] = [
  ...login,
  ...channels,
  ...progress,
  ...inventory,
  ...network,
  ...sockets,
  ...endings,
].flat();
