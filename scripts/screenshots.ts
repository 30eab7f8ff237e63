// The pictures of the dashboard in the README: `node scripts/screenshots.ts [FOLDER]`, default docs/images.
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRandom } from '@dropwise/kit';
import { layOutDataDirectory, prepareDataDirectory } from '@dropwise/runtime';
import { openStore } from '@dropwise/store';
import { loadScenario } from '@dropwise/twitch-sim';
import { startBrowser } from '../test/web/browser.ts';
import { startDashboard } from '../test/web/dashboard.ts';
import { turnTo } from '../test/web/look-over.ts';
import { pastMonth } from './screenshots/past-month.ts';

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

const pictures: readonly Picture[] = [
  { name: 'now', address: '', width: 1_440, scheme: 'light' },
  { name: 'now-phone', address: '', width: 390, scheme: 'dark' },
  { name: 'plan', address: 'plan', width: 1_440, scheme: 'light' },
  { name: 'campaigns', address: 'campaigns', width: 1_440, scheme: 'dark' },
  { name: 'history', address: 'history', width: 1_440, scheme: 'light' },
];
/** Of WebP: letters stay sharp, and a picture has about 60 kB. */
const quality = 85;
/** Enough for charts that have something to show. */
const claimsWanted = 5;
const gamesInPast = 9;
const pastSeed = 14;

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'images'));
const scenario = loadScenario('launch-day', 1);
await using dashboard = await startDashboard({
  twitch: { scenario: scenario.name, speed: 120 },
  prepare: rememberMonth,
});
await using browser = await startBrowser();
const { program } = dashboard.console;
await program.until('claims', ({ lines }) => lines.filter(({ kind }) => kind === 'dropClaimed').length >= claimsWanted);
for (const { name, address, width, scheme } of pictures) {
  await browser.visit(
    dashboard.at(address),
    async (seen) => {
      await turnTo(seen, address);
      await seen.page.waitForLoadState('networkidle');
      await seen.page.waitForTimeout(500);
      const session = await seen.page.context().newCDPSession(seen.page);
      const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
      await writeFile(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
    },
    { width, scheme, touch: width < 720 },
  );
}

/** An installation that has been lived in: the console finds the month before in its database. */
async function rememberMonth(dataFolder: string): Promise<void> {
  const directory = layOutDataDirectory(dataFolder);
  await prepareDataDirectory(directory);
  using store = await openStore({ path: directory.databaseFile, now: () => scenario.startAt, timeZone: 'UTC' });
  const games = scenario.games.slice(0, gamesInPast).map(({ name }) => name);
  store.writer.addFacts(pastMonth(games, scenario.startAt, createRandom(pastSeed)));
}
