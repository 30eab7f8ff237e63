import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { because, hasBrowser, startBrowser, type WebBrowser } from './browser.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';
import { startListener } from './listener.ts';
import { checkWithAxe } from './look-over.ts';
import type { WatchedPage } from './watched-page.ts';

const oldPassword = 'lanterns on the water';
const newPassword = 'lanterns over the water';

suite(`what is set on the page${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let dashboard: Dashboard;
  let browser: WebBrowser;

  before(async () => {
    browser = stack.use(await startBrowser());
    dashboard = stack.use(await startDashboard({ env: { DROPWISE_MINING_MODE: 'ending_soonest' } }));
  });
  after(() => stack.disposeAsync());

  test('what the environment sets is said with its name, and cannot be changed', async () => {
    await browser.visit(dashboard.at('settings/mining'), async (seen) => {
      const { page } = seen;
      const item = page.locator('#setting-mining-mode-item');
      await item
        .getByText('Set by the environment variable DROPWISE_MINING_MODE. Change it there, or take it away.')
        .waitFor();
      assert.ok(await item.getByRole('combobox').isDisabled());
      assert.equal(await item.getByRole('combobox').inputValue(), 'ending_soonest');
      assert.equal(await item.getByRole('button', { name: /^Back to the default/ }).count(), 0);
      await checkWithAxe(seen, 'a setting of the environment');
    });
  });

  test('settings of rangermix are taken over in the first steps, and the games stand in the list at once', async () => {
    await browser.visit(dashboard.at('setup/games'), async (seen) => {
      const { page } = seen;
      await page.getByText('Coming from TwitchDropsMiner or rangermix?').click();
      const settings = { games_to_watch: ['Night Ferry', 'Lanterns of Vael'], language: 'English', dark_mode: true };
      await page.getByLabel('Or paste its text').fill(JSON.stringify(settings));
      await seen.button('See what it would change').click();
      await seen.untilText('This is a file of rangermix.');
      await seen.button('Take it over').click();
      await page.locator('p.good').waitFor();
      const list = page.locator('section[aria-labelledby="listed-games"]');
      await list.getByText('Night Ferry').waitFor();
      await list.getByText('Lanterns of Vael').waitFor();
    });
  });

  test('a test message leaves the page and arrives, and one that cannot is said', async () => {
    await using listener = await startListener();
    await browser.visit(dashboard.at('setup/notify'), async (seen) => {
      const { page } = seen;
      await seen.button('Add a channel').click();
      await page.getByLabel(/^Kind/).selectOption('webhook');
      await page.getByLabel('Name', { exact: true }).fill('My own program');
      await page.getByLabel(/^Address/).fill(listener.url);
      await seen.button('Send a test').click();
      await page.locator('form .good').waitFor();
      assert.equal(listener.taken.length, 1);
      assert.equal((JSON.parse(listener.taken[0] ?? '') as { readonly version: number }).version, 1);
      await seen.button('Save').click();
      await seen.untilText('My own program is saved.');
      await listener[Symbol.asyncDispose]();
      await seen.button('Send a test over My own program').click();
      await page.locator('.problem, .bad').first().waitFor();
      await checkWithAxe(seen, 'a test that failed');
    });
  });

  test('a newer version is looked for when that is turned on, and said without loading the page anew', async () => {
    await using listener = await startListener({ version: '99.1.0', url: 'https://example.org/news' });
    await browser.visit(dashboard.at('settings/updates'), async (seen) => {
      const { page } = seen;
      await seen.untilText('Nobody is asked for newer versions.');
      await page.locator('#setting-updates-check').check();
      await page.locator('#setting-updates-url').fill(listener.url);
      await seen.button('Save').click();
      await seen.untilText('Version 99.1.0 is there.');
      assert.equal(await seen.link(/See what it brings/).getAttribute('href'), 'https://example.org/news');
    });
  });

  test('a password is changed by who knows the old one, and every other browser is signed out', async () => {
    await using own = await startDashboard();
    assert.equal((await own.console.call('POST', 'api/setup/password', { password: oldPassword })).status, 200);
    const signIn = async ({ page, button }: WatchedPage, password: string): Promise<void> => {
      await page.getByLabel('Password').fill(password);
      await button('Sign in').click();
    };
    const expected = [/40[13]/];
    await browser.visit(
      own.at('campaigns'),
      async (other) => {
        await signIn(other, oldPassword);
        await other.untilScreen('Campaigns');
        await browser.visit(
          own.at('settings/access'),
          async (seen) => {
            const { page } = seen;
            await signIn(seen, oldPassword);
            const change = async (old: string): Promise<void> => {
              await page.getByLabel('The password now').fill(old);
              await page.getByLabel('The new password, at least 8 characters').fill(newPassword);
              await page.getByLabel('The new password once more').fill(newPassword);
              await seen.button('Change the password').click();
            };
            await change('something else');
            await page.locator('form [role="alert"]').getByText(/./).waitFor();
            await change(oldPassword);
            await seen.untilText('The password is changed. Every other browser is signed out.');
          },
          { expected },
        );
        await other.untilScreen('Sign in');
        await signIn(other, oldPassword);
        await other.page.getByRole('alert').waitFor();
        await signIn(other, newPassword);
        await other.untilScreen('Campaigns');
      },
      { expected },
    );
  });

  test('a variable of a miner is named and given a value, which nobody is shown again', async () => {
    const definition = {
      id: 'other',
      name: 'Another miner',
      adapter: 'command',
      enabled: false,
      command: ['/bin/true'],
    };
    assert.equal((await dashboard.console.call('PUT', 'api/children/other', definition)).status, 200);
    await browser.visit(dashboard.at('miners/other'), async (seen) => {
      const { page } = seen;
      await seen.button('Change').click();
      await seen.button('Add a variable').click();
      await page.getByLabel('Name of the variable').fill('TOKEN');
      await page.getByLabel('Value of TOKEN').fill('hunter2');
      await seen.button('Save and start').click();
      await seen.untilText('Another miner is saved.');
      const { body } = await dashboard.console.call('GET', 'api/children/other');
      assert.match(JSON.stringify(body), /"TOKEN":"\[set\]"/);
    });
  });
});
