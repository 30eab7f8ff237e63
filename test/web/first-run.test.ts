import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { startDashboard } from './dashboard.ts';

suite(`the first run${because}`, { skip: !hasBrowser }, () => {
  test('the steps lead from the storage to the first claimed drop, and nothing is loaded anew on the way', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 300 }, approve: false });
    await using browser = await startBrowser();
    await browser.visit(dashboard.at(''), async (seen) => {
      const { page } = seen;
      await seen.link('Go through the first steps').click();
      await seen.untilScreen('Can it keep what happens?');
      assert.equal(page.url(), dashboard.at('setup/storage'));
      await seen.untilText('The folder takes files, and the database works.');
      await seen.link('Go on').click();
      await seen.untilScreen('Who may open this console?');
      await seen.link('Skip this for now').click();

      await seen.untilScreen('Sign in to Twitch');
      const [{ userCode } = { userCode: '' }] = (await dashboard.twitch.state()).deviceCodes;
      const shown = page.locator('p.code');
      assert.equal((await shown.innerText()).replaceAll(/The code:|\s/g, ''), userCode);
      await page.getByRole('img', { name: 'QR code of Twitch’s page' }).waitFor();
      await seen.untilText(/The code holds for another \d/);
      await dashboard.twitch.control('POST', 'approve', { userCode });
      await seen.untilText('Signed in to Twitch as sample_viewer.');

      await seen.link('Go on').click();
      await seen.untilScreen('Link your game accounts');
      await seen.untilText('Every game with a campaign is linked, or needs no link.');
      await seen.link('Go on').click();
      await seen.untilScreen('Which games do you want?');
      await page.getByLabel('Search a game, or type one that has no campaign yet').fill('lant');
      await seen.button('Add Lanterns of Vael').click();
      await seen.untilText('Kept.');
      await seen.link('Go on').click();
      await seen.untilScreen('Where shall it tell you?');
      await seen.link('Go on').click();
      await seen.untilScreen('Mining begins');
      await seen.untilText('1 game is on your list.');
      await seen.link('See it work').click();
      await seen.untilScreen('Now');
      await seen.untilText(/of \d+ min confirmed/);
      await seen.untilText(/drops? claimed since the beginning/);
      assert.equal(await page.evaluate(() => performance.getEntriesByType('navigation').length), 1);
      const claimed = (await dashboard.twitch.state()).campaigns.flatMap(({ drops }) =>
        drops.filter((drop) => drop.claimed),
      );
      assert.ok(claimed.length > 0);
      await page.goBack();
      await seen.untilScreen('Mining begins');
    });
  });

  test('a code that is refused on Twitch’s page is explained beside the next one', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 60 }, approve: false });
    await using browser = await startBrowser();
    await browser.visit(dashboard.at(''), async (seen) => {
      await seen.page.locator('p.code').waitFor();
      const [{ userCode } = { userCode: '' }] = (await dashboard.twitch.state()).deviceCodes;
      await dashboard.twitch.control('POST', 'deny', { userCode });
      await seen.untilText('If that was a mistake, enter this one and allow it.');
      const { deviceCodes } = await dashboard.twitch.state();
      const next = (await seen.page.locator('p.code').innerText()).replaceAll(/The code:|\s/g, '');
      assert.notEqual(next, userCode);
      assert.ok(deviceCodes.some((each) => each.userCode === next));
      await dashboard.twitch.control('POST', 'approve', { userCode: next });
      await seen.heading('Watching').waitFor();
    });
  });
});
