import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createScaledClock } from '@dropwise/runtime';
import { createSim, loadScenario, type Scenario, startSimServer } from '@dropwise/twitch-sim';
import { startConsole } from '../e2e/console.ts';
import { makeFolder } from '../e2e/processes.ts';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { turnTo } from './look-over.ts';
import { screens } from './screens.ts';

const speed = 120;
/** Each would leave its mark on `window` if any part of the page took it for markup. */
const script = '<script>window.planted=1</script>';
const image = '<img src="x" onerror="window.planted=2">';
const link = '"><svg/onload=window.planted=3>';

/** Everything that a name of Twitch's can be. */
function plant(scenario: Scenario): Scenario {
  return {
    ...scenario,
    games: scenario.games.map((game) => ({ ...game, name: `${game.name} ${link}` })),
    campaigns: scenario.campaigns.map((campaign) => ({
      ...campaign,
      name: `${campaign.name} ${script}`,
      drops: campaign.drops.map((drop) => ({
        ...drop,
        name: `${drop.name} ${image}`,
        benefits: drop.benefits.map((benefit) => ({ ...benefit, name: `${benefit.name} ${link}` })),
      })),
    })),
    channels: scenario.channels.map((channel) => ({ ...channel, displayName: `${channel.displayName} ${image}` })),
  };
}

suite(`what Twitch can fill${because}`, { skip: !hasBrowser }, () => {
  test('is text on every screen: scripts in names of campaigns, drops, games and channels, and in the log, never run', async () => {
    const scenario = plant(loadScenario('sample', 1));
    const clock = createScaledClock({ startMs: scenario.startAt, speed });
    using sim = createSim({ scenario, seed: 1, clock, autoApprove: true, speed });
    await using server = await startSimServer(sim, { host: '127.0.0.1', port: 0 });
    await using folder = await makeFolder();
    await using console = await startConsole(null, folder.path, {
      args: [
        ...['--endpoints', server.url, '--speed', `${speed}`],
        ...['--clock-from', `${Math.round(clock.now())}@${Date.now()}`],
      ],
    });
    await console.program.line('dropClaimed');
    await using browser = await startBrowser();
    await browser.visit(console.url, async (seen) => {
      const { page } = seen;
      await page.locator('main h1').waitFor();
      const texts = new Map<string, string>();
      for (const [address] of [...screens, ['campaigns?drops=1', '']]) {
        await turnTo(seen, address ?? '');
        texts.set(address ?? '', await page.locator('main').innerText());
        assert.equal(await page.evaluate(() => 'planted' in window), false, `something ran at /${address}`);
        assert.equal(await page.locator('[onerror], [onload], main script, img[src="x"]').count(), 0, address);
      }
      const says = (address: string, text: string): void =>
        assert.ok(
          texts.get(address)?.includes(text),
          `/${address} does not show ${text} as text:\n${texts.get(address)}`,
        );
      says('campaigns', `Lantern Week ${script}`);
      says('campaigns', `Night Ferry ${link}`);
      says('campaigns?drops=1', `Paper Lantern ${image}`);
      says('channels', `Sample_Harbor ${image}`);
      says('history/claims', image);
      says('log', image);
    });
  });
});
