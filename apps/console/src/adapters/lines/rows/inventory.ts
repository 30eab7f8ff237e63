import { type LineRow, nothing, print, record } from '../line-row.ts';
import { fact, status } from '../meanings.ts';

const both = { tdm: record, rangermix: record } as const;
const rangermixRecord = { rangermix: record } as const;

/** Peers 3.2, “Inventory and maintenance”. */
export const inventoryRows: readonly LineRow[] = [
  {
    id: 'maintenance waits',
    said: both,
    pattern: /^Maintenance task waiting until: .{1,60} \((?:Reload|Cleanup)\)$/,
    means: nothing,
  },
  { id: 'cleanup', said: both, pattern: /^Maintenance task requests channels cleanup$/, means: nothing },
  {
    id: 'reload',
    said: both,
    pattern: /^Maintenance task requests a reload$/,
    means: () => [status('reloading', 'Asking Twitch for campaigns and progress again.')],
  },
  {
    id: 'checking claims',
    said: rangermixRecord,
    pattern: /^Checking for claimable drops$/,
    means: () => [status('reloading', 'Looking for drops to claim.')],
  },
  { id: 'games to watch', said: rangermixRecord, pattern: /^games_to_watch: .*$/, means: nothing },
  {
    // Only eligible ones are counted: how many campaigns there are, this does not say.
    id: 'eligible campaigns',
    said: rangermixRecord,
    pattern: /^inventory has \d{1,6} eligible campaigns$/,
    means: nothing,
  },
  {
    id: 'wanted games',
    said: rangermixRecord,
    pattern: /^(?:Building wanted games list|Wanted games list built|Wanted games: .*)$/,
    means: nothing,
  },
  {
    id: 'no wanted games',
    said: rangermixRecord,
    pattern: /^No wanted games found! games_to_watch=.*, eligible_campaigns=\d{1,6}$/,
    means: () => [fact('becameIdle', { why: 'idle-nothing-wanted' })],
  },
  {
    id: 'setting changed',
    said: { rangermix: print },
    pattern: /^(?:Setting changed: \w{1,60} = .*|Proxy cleared)$/,
    means: nothing,
  },
];
