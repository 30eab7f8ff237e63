import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Cuts the sample that `npm run bench:planner` replays without --traces from a folder of the history: facts only, games
 * and campaigns by number. `npx node scripts/cut-planner-sample.ts DIR`
 */

const sampleFolder = fileURLToPath(new URL('../bench/src/planner/sample/', import.meta.url));
const month = '2025-06';

interface HistoryCampaign {
  readonly gameId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly firstSeen: number;
  readonly channels: readonly number[];
  readonly drops: readonly { readonly minutes: number }[];
}

function cut(folder: string): void {
  const name = `${month}.json.gz`;
  const packed = readFileSync(join(folder, name));
  const all = JSON.parse(gunzipSync(packed).toString('utf8')) as readonly HistoryCampaign[];
  const games = new Map<string, string>();
  const campaigns = all.map((campaign, index) => {
    const gameId = games.get(campaign.gameId) ?? `Game ${games.size + 1}`;
    games.set(campaign.gameId, gameId);
    const { startAt, endAt, firstSeen, channels, drops } = campaign;
    const facts = { startAt, endAt, firstSeen, channels, drops: drops.map(({ minutes }) => ({ minutes })) };
    return { id: `Campaign ${index + 1}`, gameId, ...facts };
  });
  const sample = gzipSync(JSON.stringify(campaigns), { level: 9 });
  writeFileSync(join(sampleFolder, name), sample);
  console.log(`${name}: ${campaigns.length} campaigns of ${games.size} games, ${sample.length} bytes`);
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error('expected the folder of the history, found nothing; see the head of this script');
  process.exitCode = 2;
} else {
  cut(folder);
}
