import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CDPSession, Locator } from 'playwright-core';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { startDashboard } from './dashboard.ts';
import { checkWidth } from './look-over.ts';

suite(`with a finger${because}`, { skip: !hasBrowser }, () => {
  test('a campaign of the plan is dragged to another wish, and the page neither scrolls nor opens anything', async () => {
    await using dashboard = await startDashboard({ twitch: { speed: 10, scenario: 'launch-day' } });
    await dashboard.console.program.line('channelChosen');
    await using browser = await startBrowser();
    await browser.visit(
      dashboard.at('plan'),
      async (seen) => {
        const { page } = seen;
        const handle = page.locator('[data-wish="want"] .handle').first();
        await handle.waitFor();
        await handle.scrollIntoViewIfNeeded();
        await checkWidth(seen, 'the plan on a phone');
        const finger = await page.context().newCDPSession(page);
        const target = page.locator('.targets [data-wish="must"]');
        await takeUp(finger, handle, target);
        const scrolledBefore = await page.evaluate(() => window.scrollY);
        const there = await middleOf(target);
        await touch(finger, 'touchMove', { x: there.x - 3, y: there.y - 40 });
        await touch(finger, 'touchMove', there);
        await page.locator('.targets [data-wish="must"].over').waitFor();
        await touch(finger, 'touchEnd', null);
        await seen.heading('Not kept yet').waitFor();
        assert.doesNotMatch(await page.locator('main .summary').innerText(), /Planned in/);
        assert.equal(await page.locator('.tried li').count(), 1);
        assert.match(await page.locator('.tried li').innerText(), /must/i);
        assert.equal(await page.evaluate(() => window.scrollY), scrolledBefore);
        assert.equal(page.url(), dashboard.at('plan'));
      },
      { width: 390, touch: true },
    );
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(locator: Locator): Promise<Point> {
  const box = (await locator.boundingBox()) ?? assert.fail(`${locator} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Lanes move while a new plan is being drawn: who missed the handle takes it again. */
async function takeUp(finger: CDPSession, handle: Locator, target: Locator): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await handle.scrollIntoViewIfNeeded();
    await touch(finger, 'touchStart', await middleOf(handle));
    const isHeld = await target.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (isHeld) return;
    assert.ok(tries < 8, 'the handle could not be taken');
    await touch(finger, 'touchEnd', null);
  }
}

/** A real touch, as the screen reports it: null = the finger is gone. */
async function touch(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at: Point | null,
): Promise<void> {
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ ...at }] });
}
