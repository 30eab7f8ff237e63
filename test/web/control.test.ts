import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { PlanView } from '@dropwise/contract';
import { because, hasBrowser, startBrowser, type WebBrowser } from './browser.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';

suite(`what a person changes${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let dashboard: Dashboard;
  let browser: WebBrowser;

  before(async () => {
    browser = stack.use(await startBrowser());
    dashboard = stack.use(await startDashboard({ twitch: { speed: 10 } }));
    await dashboard.console.program.line('channelChosen');
  });
  after(() => stack.disposeAsync());

  test('a wish is tried, what it would change is shown, it is kept, and undone', async () => {
    const { plan } = await dashboard.console.until<{ readonly plan: PlanView | null }>(
      'a plan',
      'api/plan',
      (answer) => (answer.plan?.slots.length ?? 0) > 0,
    );
    const campaign = plan?.forecasts.find(({ kind }) => kind === 'onTrack')?.campaignName ?? '';
    await browser.visit(dashboard.at('plan'), async (seen) => {
      const wishes = seen.page.getByRole('radiogroup', { name: `How much you want ${campaign}` }).first();
      await wishes.getByLabel('Never').check();
      await seen.heading('Not kept yet').waitFor();
      await seen.heading('Would be given up').waitFor();
      assert.deepEqual(await wishesKept(dashboard), {});
      await seen.button('Keep').click();
      await seen.untilText('Kept. The miner plans with it.');
      assert.deepEqual(Object.values(await wishesKept(dashboard)), ['never']);
      await dashboard.console.until<{ readonly plan: PlanView }>('another plan', 'api/plan', (answer) =>
        answer.plan.slots.every(({ campaignName }) => campaignName !== campaign),
      );
      await seen.button('Undo').click();
      await seen.untilText('Undone. The wishes are as they were.');
      assert.deepEqual(await wishesKept(dashboard), {});
      assert.equal(await wishes.getByLabel('Never').isChecked(), false);
    });
  });

  test('a channel is watched by hand, and the miner chooses again when it is told so', async () => {
    await browser.visit(dashboard.at('channels?show=live'), async (seen) => {
      const { page } = seen;
      const other = page.locator('tr.may:not(.watching)').first();
      const name = await other.locator('button.watch').innerText();
      await other.click();
      await seen.untilText(`You watch ${name} by hand.`);
      await page.locator('tr.watching', { hasText: name }).waitFor();
      await seen.goTo('./');
      await seen.untilText('You chose this channel by hand.');
      await seen.goTo('channels');
      await seen.button('Let the miner choose again').click();
      await page.getByText(`You watch ${name} by hand.`).waitFor({ state: 'detached' });
      const { manual } = await dashboard.console.get<{ readonly manual: unknown }>('api/status');
      assert.equal(manual, null);
    });
  });

  test('the settings of TwitchDropsMiner are looked at before they are taken', async () => {
    await browser.visit(dashboard.at('settings/import'), async (seen) => {
      const { page } = seen;
      const settings = { priority: ['Night Ferry', 'Lanterns of Vael'], exclude: ['Some Game'], priority_mode: 0 };
      await page.getByLabel('File', { exact: true }).setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(settings)),
      });
      await seen.untilText(/TwitchDropsMiner/);
      await page.getByRole('cell', { name: /Night Ferry.*Lanterns of Vael/ }).waitFor();
      assert.deepEqual(await settingOf(dashboard, 'mining.priority'), []);
      await seen.button('Take it over').click();
      await page.locator('p.good').waitFor();
      assert.deepEqual(await settingOf(dashboard, 'mining.priority'), settings.priority);
    });
  });
});

async function wishesKept(dashboard: Dashboard): Promise<Readonly<Record<string, unknown>>> {
  return (await settingOf(dashboard, 'mining.wishes.campaigns')) as Readonly<Record<string, unknown>>;
}

async function settingOf({ console }: Dashboard, key: string): Promise<unknown> {
  const { settings } = await console.get<{ readonly settings: readonly { key: string; value: unknown }[] }>(
    'api/settings',
  );
  return settings.find((setting) => setting.key === key)?.value;
}
