import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { because, hasBrowser, startBrowser, type WebBrowser } from './browser.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';
import { turnTo } from './look-over.ts';
import type { WatchedPage } from './watched-page.ts';

const maxTabs = 150;
const dark = 'rgb(18, 19, 23)';
const light = 'rgb(250, 250, 247)';

suite(`manners${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let dashboard: Dashboard;
  let browser: WebBrowser;

  before(async () => {
    browser = stack.use(await startBrowser());
    dashboard = stack.use(await startDashboard({ twitch: { scenario: 'launch-day', speed: 60 } }));
    await dashboard.console.program.line('minuteConfirmed');
  });
  after(() => stack.disposeAsync());

  test('a phone shows whether it counts, and what for, without scrolling', async () => {
    await browser.visit(
      dashboard.at(''),
      async ({ page }) => {
        for (const what of [page.locator('main h2').first(), page.getByRole('progressbar').first()]) {
          const box = await what.boundingBox();
          const navigation = await page.locator('nav').boundingBox();
          assert.ok(box !== null && box.y >= 0 && box.y + box.height <= (navigation?.y ?? 0), JSON.stringify(box));
        }
      },
      { width: 390, touch: true },
    );
  });

  test('the theme is the system’s until another is chosen, and the choice stays', async () => {
    await browser.visit(
      dashboard.at(''),
      async ({ page }) => {
        const untilGround = async (colour: string): Promise<void> => {
          await page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, colour);
        };
        await untilGround(dark);
        await page.emulateMedia({ colorScheme: 'light' });
        await untilGround(light);
        await page.getByLabel('Appearance').selectOption('dark');
        await untilGround(dark);
        await page.reload();
        await untilGround(dark);
      },
      { scheme: 'dark' },
    );
  });

  test('scroll, focus and selection outlive a flood of changes', async () => {
    await browser.visit(
      dashboard.at('channels?sort=name'),
      async (seen) => {
        const { page } = seen;
        const row = page.locator('tr button.watch').nth(15);
        await row.focus();
        const named = await row.textContent();
        await page.evaluate(() => {
          window.scrollTo(0, 120);
          const names = [...document.querySelectorAll('tr .game bdi')].filter(({ textContent }) => textContent !== '');
          const name = names[8];
          if (name !== undefined) window.getSelection()?.selectAllChildren(name);
        });
        const held = () =>
          page.evaluate(() => ({
            scroll: window.scrollY,
            focused: document.activeElement?.textContent,
            selected: `${window.getSelection()}`,
          }));
        const before = await held();
        assert.ok(before.scroll > 0 && before.selected !== '' && before.focused === named, JSON.stringify(before));
        const seconds = await flood(dashboard, seen);
        assert.ok(seconds.changed > 0, 'nothing changed on the page');
        assert.deepEqual(await held(), before);
      },
      { width: 1_440 },
    );
  });

  test('time that passes does not write the whole plan anew', async () => {
    await browser.visit(dashboard.at('plan'), async ({ page }) => {
      await page.locator('.slot').first().waitFor();
      await page.evaluate(() => {
        const formats = Intl.DateTimeFormat.prototype;
        const { formatRange } = formats;
        const written = [performance.now()];
        formats.formatRange = function (this: Intl.DateTimeFormat, from, to) {
          written.push(performance.now());
          return formatRange.call(this, from, to);
        };
        Object.assign(window, { written });
      });
      // The clock ticks once a second. A slot says from when to when it is: one lane at most is written with a tick.
      await page.waitForFunction(() => {
        const { written } = window as unknown as { written: readonly number[] };
        const since = performance.now() - 2_500;
        const isLongEnough = since > (written[0] ?? 0);
        return isLongEnough && written.filter((at) => at > since).length < document.querySelectorAll('.slot').length;
      });
    });
  });

  test('the main action of every screen needs no mouse', async () => {
    await browser.visit(dashboard.at(''), async (seen) => {
      const { page } = seen;
      await seen.untilScreen('Now');
      await tabTo(seen, seen.link('The whole plan'));
      await page.keyboard.press('Enter');
      await seen.untilScreen('Plan');
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      await page.reload();
      await seen.untilScreen('Plan');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      assert.equal(page.url(), dashboard.at('plan'));

      await tabTo(seen, page.locator('.head .picker input:checked').first());
      await page.keyboard.press('ArrowRight');
      await seen.heading('Not kept yet').waitFor();
      await tabTo(seen, seen.button('Discard'));
      await page.keyboard.press('Enter');
      await seen.heading('Not kept yet').waitFor({ state: 'detached' });

      await turnTo(seen, 'campaigns');
      await tabTo(seen, page.locator('article a').first());
      const name = await page.locator('article a').first().innerText();
      await page.keyboard.press('Enter');
      await seen.heading(name).nth(1).waitFor();

      await turnTo(seen, 'channels?show=live');
      await tabTo(seen, page.locator('tr:not(.watching) button.watch').first());
      await page.keyboard.press('Enter');
      await seen.untilText(/You watch .* by hand\./);
      await tabTo(seen, seen.button('Let the miner choose again'), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText(/You watch .* by hand\./).waitFor({ state: 'detached' });

      await turnTo(seen, 'history');
      await tabTo(seen, page.locator('main nav a').nth(1));
      await page.keyboard.press('Enter');
      await page.waitForURL(dashboard.at('history/claims'));

      await turnTo(seen, 'miners');
      await tabTo(seen, page.getByRole('button', { name: /^Restart/ }).first());
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert.match(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), /^Restart/);
    });
  });
});

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo({ page }: WatchedPage, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < maxTabs; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${maxTabs} times ${key} do not lead to ${target}`);
}

/** Two seconds in which at least 20 changes a second reach the page. */
async function flood({ twitch }: Dashboard, { page }: WatchedPage): Promise<{ readonly changed: number }> {
  const logins = (await twitch.state()).channels.filter(({ live }) => live).map(({ login }) => login);
  await page.evaluate(() => {
    const seen = window as unknown as { changes: number };
    seen.changes = 0;
    new MutationObserver((records) => {
      seen.changes += records.length;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  for (let round = 0; round < 40; round += 1) {
    await twitch.control('POST', 'channel', { login: logins[round % logins.length], viewers: 1_000 + round * 13 });
    await page.waitForTimeout(50);
  }
  return { changed: await page.evaluate(() => (window as unknown as { changes: number }).changes) };
}
