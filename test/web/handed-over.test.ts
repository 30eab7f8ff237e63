import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { startDashboard } from './dashboard.ts';
import { checkWithAxe } from './look-over.ts';

suite(`what is handed to a person${because}`, { skip: !hasBrowser }, () => {
  test('a drop that Twitch lets only its owner claim waits with a link, and is gone when it was claimed there', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 300 } });
    const { twitch, console } = dashboard;
    await twitch.control('PUT', 'fault', { kind: 'failedIntegrityCheck', target: 'DropsPage_ClaimDropRewards' });
    await using browser = await startBrowser();
    await browser.visit(dashboard.at(''), async (seen) => {
      const waiting = seen.page.locator('section[aria-labelledby="claims"]');
      await waiting.waitFor();
      const { campaigns } = await twitch.state();
      const drops = campaigns.flatMap((campaign) => campaign.drops);
      const earned = drops.find(({ ready }) => ready) ?? assert.fail('the simulator knows of none');
      await waiting.getByText(earned.name).waitFor();
      const link = waiting.getByRole('link', { name: 'Claim on Twitch' }).first();
      assert.equal(await link.getAttribute('href'), 'https://www.twitch.tv/drops/inventory');
      await checkWithAxe(seen, 'a drop waits');
      for (const { id } of drops.filter(({ ready }) => ready)) await twitch.control('POST', 'claim', { dropId: id });
      await console.program.line('dropClaimed');
      await waiting.getByText(earned.name).waitFor({ state: 'detached' });
    });
  });

  test('a client that Twitch refuses is said, with the way to choose another, and that one signs in', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 60, scenario: 'sample' }, approve: false });
    const { twitch } = dashboard;
    await twitch.control('PUT', 'fault', { kind: 'deviceLoginRefused', target: 'tv' });
    await using browser = await startBrowser();
    await browser.visit(dashboard.at('setup/login'), async (seen) => {
      const { page } = seen;
      await seen.untilText(/Twitch does not let this kind of client sign in/);
      await page.goto(dashboard.at(''));
      await seen.untilText(/Twitch does not let this kind of client sign in/);
      await checkWithAxe(seen, 'a refused client');
      await seen.link('Choose another client').first().click();
      await seen.untilScreen('Twitch');
      await page.getByLabel('Kind of client', { exact: true }).selectOption('android');
      await seen.button('Save').click();
      await seen.untilText('Takes effect at the next start: Kind of client.');
      await seen.button('Restart the miner').click();
      await seen.button('Restart the miner').waitFor({ state: 'detached' });
      await seen.goTo('./');
      const code = page.locator('p.code');
      await code.waitFor();
      const userCode = (await code.innerText()).replaceAll(/The code:|\s/g, '');
      await twitch.control('POST', 'approve', { userCode });
      await seen.heading('Watching').waitFor();
      await seen.untilText(/of \d+ min confirmed/);
    });
  });

  test('a Twitch that cannot be reached is named, and what was known stays', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 60 } });
    const { twitch, console } = dashboard;
    await console.program.line('minuteConfirmed');
    await using browser = await startBrowser();
    await browser.visit(dashboard.at(''), async (seen) => {
      const { page } = seen;
      await seen.untilText('Mining: Twitch confirms the minutes.');
      // Pictures that nobody has kept yet cannot come now either; their names stand in their places.
      seen.expect(/api\/art/);
      await twitch.control('PUT', 'fault', { kind: 'connectionReset' });
      await twitch.control('PUT', 'fault', { kind: 'socketRefused' });
      await seen.untilText(/^The connection to .* was cut\./);
      await page.getByRole('progressbar').first().waitFor();
      await checkWithAxe(seen, 'Twitch is gone');
      await twitch.control('DELETE', 'fault', {});
      await seen.untilText('Mining: Twitch confirms the minutes.');
    });
  });
});
