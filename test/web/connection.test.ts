import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { StatusAnswer } from '@dropwise/contract';
import { because, hasBrowser, startBrowser, type WebBrowser } from './browser.ts';
import { layCable } from './cable.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';
import type { WatchedPage } from './watched-page.ts';

/** What a browser itself says of a cable that is cut is no fault of the page. */
const cableNoise = [
  /ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|TIMED_OUT)/,
  /WebSocket connection to/,
];
const promisedMs = 5_000;

suite(`when something is gone${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let dashboard: Dashboard;
  let browser: WebBrowser;

  before(async () => {
    browser = stack.use(await startBrowser());
    dashboard = stack.use(await startDashboard({ twitch: { scenario: 'evening', speed: 60 } }));
    await dashboard.console.program.line('minuteConfirmed');
  });
  after(() => stack.disposeAsync());

  for (const [how, what] of [
    ['cut', 'a connection that is cut'],
    ['silence', 'a connection on which nothing comes any more'],
  ] as const) {
    test(`${what} is said within five seconds, and what was missed is there after it, without a reload`, async () => {
      await using cable = await layCable(Number(new URL(dashboard.console.url).port));
      await browser.visit(cable.url, async (seen) => {
        const { page } = seen;
        await untilAsTheConsole(seen, dashboard);
        const loadedAt = await page.evaluate(() => performance.timeOrigin);
        seen.expect(...cableNoise);
        const before = await minutesOn(seen);
        cable[how]();
        const goneAt = performance.now();
        await seen.untilText(/The console has not answered for .* What you see is from \d/);
        assert.ok(performance.now() - goneAt < promisedMs, `${performance.now() - goneAt} ms`);
        await page.locator('main.stale').waitFor();
        // What was true last stays where it is.
        const after = await minutesOn(seen);
        if (how === 'cut') assert.equal(after, before);
        const from = dashboard.console.program.lines.length;
        await dashboard.console.program.line('minuteConfirmed', () => true, from);
        await cable.mend();
        await page.locator('main:not(.stale)').waitFor();
        await page.getByText(/has not answered/).waitFor({ state: 'detached' });
        await untilAsTheConsole(seen, dashboard);
        assert.equal(await page.evaluate(() => performance.timeOrigin), loadedAt);
      });
    });
  }

  test('the log is greyed like every screen while the connection is gone, and what was missed is put after it', async () => {
    await using cable = await layCable(Number(new URL(dashboard.console.url).port));
    await browser.visit(`${cable.url}log`, async (seen) => {
      const { page } = seen;
      await seen.untilText('New lines appear as they come.');
      const line = page.locator('main .list :text("Signed in as")').first();
      await line.waitFor();
      seen.expect(...cableNoise);
      cable.cut();
      await page.locator('main.stale').waitFor();
      const filter = await line.evaluate((element) => {
        const part = element.closest('main > *');
        return part === null ? '' : getComputedStyle(part).filter;
      });
      assert.equal(filter, 'grayscale(1)');
      assert.equal(
        await page
          .locator('nav .dot')
          .getAttribute('class')
          .then((names) => names?.includes('unknown')),
        true,
      );
      assert.equal(await page.getByText('New lines appear as they come.').count(), 0);
      const from = dashboard.console.program.lines.length;
      const missed = await dashboard.console.program.line('dropClaimed', () => true, from);
      await cable.mend();
      await page.locator('main:not(.stale)').waitFor();
      await seen.untilText('New lines appear as they come.');
      await page.getByText(`Claimed ${missed.dropName}`).first().waitFor();
      await line.waitFor();
    });
  });

  test('a miner that is killed is missed within five seconds, is started again, and counts on', async () => {
    await browser.visit(dashboard.at(''), async (seen) => {
      const said = seen.page.locator('main h2').first();
      await seen.untilText('Mining: Twitch confirms the minutes.');
      const [child] = (await dashboard.console.get<Children>('api/children')).children;
      const from = dashboard.console.program.lines.length;
      assert.ok(child !== undefined && child.pid !== null && child.pid > 1);
      // A picture that was being fetched goes with the miner.
      seen.expect(/api\/art/);
      process.kill(child.pid, 'SIGKILL');
      const killedAt = performance.now();
      await seen.page.getByText('Mining: Twitch confirms the minutes.').waitFor({ state: 'detached' });
      assert.ok(performance.now() - killedAt < promisedMs);
      assert.notEqual(await said.innerText(), '');
      await dashboard.console.program.line('minuteConfirmed', () => true, from);
      await seen.untilText('Mining: Twitch confirms the minutes.');
      await untilAsTheConsole(seen, dashboard);
    });
  });
});

interface Children {
  readonly children: readonly { readonly pid: number | null }[];
}

/** The words beside the bar of the drop that is being earned. */
function minutesOn({ page }: WatchedPage): Promise<string> {
  return page.locator('section[aria-labelledby="progress"] .bar .note').innerText();
}

/** Until the page shows the very minutes that the console knows. */
async function untilAsTheConsole(seen: WatchedPage, { console }: Dashboard): Promise<void> {
  await seen.page.locator('section[aria-labelledby="progress"]').waitFor();
  for (let tries = 1; ; tries += 1) {
    const { progress } = await console.get<StatusAnswer>('api/status');
    const known = `${progress?.confirmedMinutes} of ${progress?.requiredMinutes} min confirmed`;
    const shown = await minutesOn(seen);
    if (shown.startsWith(known)) return;
    assert.ok(tries < 50, `expected "${known}" on the page, found "${shown}"`);
    await seen.page.waitForTimeout(100);
  }
}
