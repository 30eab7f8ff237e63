import type { LineRow } from '../line-row.ts';
import { channelRows } from './channels.ts';
import { endingRows } from './ending.ts';
import { inventoryRows } from './inventory.ts';
import { loginRows } from './login.ts';
import { networkRows } from './network.ts';
import { progressRows } from './progress.ts';
import { socketRows } from './socket.ts';

/** Everything that peers 3.2 lists. The first row that fits counts, so the narrower stands before the wider. */
export const lineRows: readonly LineRow[] = [
  ...loginRows,
  ...progressRows,
  ...socketRows,
  ...networkRows,
  ...inventoryRows,
  ...endingRows,
  ...channelRows,
];
