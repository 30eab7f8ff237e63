/**
 * Cuts the shipped scenario data from a folder of the public campaign history:
 *
 *     node packages/twitch-sim/scripts/cut-scenarios.ts <history folder>
 *
 * The same history gives the same files. What they hold and what was changed: src/scenarios/README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Cut, CutName } from '../src/scenarios/cut.ts';
import { cutEvening } from './cut/evening.ts';
import { type HistoryCampaign, readHistory } from './cut/history.ts';
import { cutLaunchDay } from './cut/launch-day.ts';
import { cutRealWeeks } from './cut/real-weeks.ts';

const cutters: Readonly<Record<CutName, (history: readonly HistoryCampaign[]) => Cut>> = {
  evening: cutEvening,
  'launch-day': cutLaunchDay,
  'real-weeks': cutRealWeeks,
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Expected the folder of the campaign history as the only argument, found none.\n');
  process.exitCode = 2;
} else {
  cutAll(readHistory(folder));
}

function cutAll(history: readonly HistoryCampaign[]): void {
  const target = new URL('../src/scenarios/cuts/', import.meta.url);
  mkdirSync(target, { recursive: true });
  for (const [name, cut] of Object.entries(cutters)) {
    const made = cut(history);
    const packed = gzipSync(JSON.stringify(made), { level: 9 });
    writeFileSync(new URL(`${name}.json.gz`, target), packed);
    process.stdout.write(
      `${name}: ${made.campaigns.length} campaigns, ${made.games.length} games, ${made.channels.length} channels, ${packed.length} bytes\n`,
    );
  }
}
