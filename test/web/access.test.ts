import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hasNginx, startNginx } from '../e2e/nginx.ts';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { startDashboard } from './dashboard.ts';

const password = 'lanterns on the water';
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../packages/twitch/src/testing/tls-fixture/${name}`, import.meta.url));
const tls = { cert: fixture('cert.pem'), key: fixture('key.pem') };
const withoutNginx = hasNginx ? '' : ' (skipped: no nginx here)';

suite(`who is let in${because}`, { skip: !hasBrowser }, () => {
  test('a wrong password is refused with a sentence, the right one opens the console, and signing out closes it', async () => {
    await using dashboard = await startDashboard({ env: { DROPWISE_PASSWORD: password } });
    await using browser = await startBrowser();
    // A browser says of every answer 401 that it is an error.
    const expected = [/401/];
    await browser.visit(
      dashboard.at('campaigns'),
      async (seen) => {
        const { page } = seen;
        await seen.untilScreen('Sign in');
        const field = page.getByLabel('Password');
        await field.fill('lanterns in the water');
        await field.press('Enter');
        await page.getByRole('alert').waitFor();
        assert.doesNotMatch(await page.locator('body').innerText(), /in the water/);
        await field.fill(password);
        await seen.button('Sign in').click();
        await seen.untilScreen('Campaigns');
        await page.getByRole('article').first().waitFor();
        assert.equal(page.url(), dashboard.at('campaigns'));
        await seen.goTo('settings');
        await page.reload();
        await seen.untilScreen('Settings');
        await seen.button('Sign out').click();
        await seen.untilScreen('Sign in');
        await page.goto(dashboard.at('plan'));
        await seen.untilScreen('Sign in');
      },
      { expected },
    );
  });

  test(`below a sub-path of nginx every screen, file and live change is there${withoutNginx}`, {
    skip: !hasNginx,
  }, async () => {
    await using dashboard = await startDashboard({
      twitch: { speed: 60 },
      args: ['--base-path', '/dropwise'],
      env: { DROPWISE_PASSWORD: password, DROPWISE_CONSOLE_TRUSTED_PROXIES: '127.0.0.1' },
    });
    await using nginx = await startNginx({ upstreamPort: Number(new URL(dashboard.console.url).port), tls });
    await using browser = await startBrowser();
    await browser.visit(`${nginx.origin}/dropwise/channels?show=live`, async (seen) => {
      const { page } = seen;
      await page.getByLabel('Password').fill(password);
      await seen.button('Sign in').click();
      await seen.untilScreen('Channels');
      await page.locator('tr.watching').waitFor();
      await seen.goTo('plan');
      assert.equal(page.url(), `${nginx.origin}/dropwise/plan`);
      await page.reload();
      await seen.untilScreen('Plan');
      await seen.goTo('./');
      assert.equal(page.url(), `${nginx.origin}/dropwise/`);
      const progress = page.locator('section[aria-labelledby="progress"] [role=progressbar]').first();
      const before = await progress.getAttribute('aria-valuetext');
      await page.waitForFunction(
        (shown) => document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext') !== shown,
        before,
      );
      await page.goBack();
      await seen.untilScreen('Plan');
    });
    assert.equal(nginx.complaints, '');
  });
});
