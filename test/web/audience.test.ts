import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { AudienceAnswer } from '@dropwise/contract';
import { type AudienceOrigin, startAudienceOrigin } from '../e2e/audience-origin.ts';
import { type RunningConsole, startConsole } from '../e2e/console.ts';
import { makeFolder } from '../e2e/processes.ts';
import { because, hasBrowser, startBrowser, type WatchedPage, type WebBrowser } from './browser.ts';
import { checkWidth, checkWithAxe, turnTo } from './look-over.ts';

/** Nobody is there: a Twitch is not what this is about. */
const withoutTwitch = { args: ['--endpoints', 'http://127.0.0.1:9'] };
const password = 'hunter2-of-the-proxy';

suite(`an audience on the page${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let browser: WebBrowser;
  let origin: AudienceOrigin;
  let console: RunningConsole;
  const at = (address: string): string => new URL(address, console.url).href;
  const overview = (): Promise<AudienceAnswer> => console.get('api/audience');

  before(async () => {
    const folder = stack.use(await makeFolder());
    browser = stack.use(await startBrowser());
    origin = stack.use(await startAudienceOrigin());
    console = stack.use(await startConsole(null, folder.path, withoutTwitch));
  });
  after(() => stack.disposeAsync());

  test('what does not fit is said at its field, and nothing is sent', async () => {
    await browser.visit(at('audience'), async (seen) => {
      const { page } = seen;
      await seen.untilScreen('Audience');
      await page.getByLabel('Address of the stream').fill('ftp://stream.example/a.m3u8');
      await page.getByRole('textbox', { name: 'Viewers', exact: true }).fill('0');
      await seen.button('Start the run').click();
      await seen.untilText('Nothing was started: 2 entries do not fit.');
      await seen.untilText('Expected a whole number from 1 to 1,000,000.');
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
      assert.equal(focused, 'true', 'the first field that does not fit has the focus');
      const { current, ended } = await overview();
      assert.deepEqual([current, ended], [null, null]);
    });
  });

  test('the key is made once, and the file for the host carries its fingerprint', async () => {
    await browser.visit(at('audience'), async (seen) => {
      await seen.button('Make the key').click();
      await seen.untilText('Fingerprint of your key');
      const { fingerprint } = await overview();
      assert.ok(fingerprint !== null);
      await seen.untilText(fingerprint);
      await seen.page.getByText('The file for your host').click();
      await seen.page.getByLabel('Most viewers at once').fill('250');
      await seen.button('Write the file').click();
      const text = await seen.page.locator('pre').innerText();
      assert.match(text, /^max-viewers: 250$/m);
      assert.ok(text.includes(`key: ${fingerprint}`));
      assert.equal(await seen.button('Make the key').count(), 0);
    });
  });

  test('without permission a run is refused, said so, and no credentials are shown again', async () => {
    await browser.visit(at('audience'), async (seen) => {
      const { page } = seen;
      // A stream on this machine needs no permission, but for who comes by a proxy.
      await page.getByLabel('Address of the stream').fill(origin.url);
      await page.locator('summary', { hasText: 'Proxies, one a line' }).click();
      const proxies = page.getByRole('textbox', { name: 'Proxies, one a line' });
      await proxies.fill(`http://someone:${password}@127.0.0.1:9 name=nowhere`);
      await seen.button('Start the run').click();
      await seen.untilText('The run was refused. Nothing was sent but the question for permission.');
      const { ended } = await overview();
      assert.equal(ended?.outcome, 'refused');
      await seen.untilText(ended.sentence);
      assert.equal(await page.locator('textarea').inputValue(), '');
      assert.ok(!(await page.content()).includes(password));
      await checkWithAxe(seen, 'a run that was refused');
    });
  });

  test('a run is started, seen live, changed, stopped, and its report read', async () => {
    await browser.visit(at('audience'), async (seen) => {
      const { page } = seen;
      await startRun(seen, origin.url, '4', '');
      await untilFigure(seen, 'viewers there', '4');
      await untilFigure(seen, 'media received', /[1-9].*\/s/);
      await page.getByRole('row', { name: /^Direct in use 4 / }).waitFor();
      await page.locator('.uplot canvas').first().waitFor();
      await checkWithAxe(seen, 'a live run');
      await page.locator('summary', { hasText: 'Change it while it runs' }).click();
      await page.getByRole('textbox', { name: 'Viewers', exact: true }).fill('6');
      await seen.button('Change').click();
      await untilFigure(seen, 'viewers there', '6');
      // Who comes later sees the seconds before, too.
      await page.reload();
      await untilFigure(seen, 'viewers there', '6');
      await seen.button('Stop the run').click();
      await page
        .getByRole('dialog')
        .getByText(/All 6 viewers leave/)
        .waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Stop the run' }).click();
      await seen.link('Look at its report').click();
      await seen.untilScreen('Report of a run');
      const [run] = (await overview()).runs;
      assert.ok(run !== undefined && page.url() === at(`audience/runs/${run.runId}`));
      await seen.untilText(run.verdict);
      await seen.untilText('It ended before its plan:');
      await page.getByRole('row', { name: /^Start-up time 6 / }).waitFor();
      const report = await page
        .context()
        .request.get((await page.getByRole('link', { name: 'As a page' }).getAttribute('href')) ?? '');
      assert.match(await report.text(), /^<!doctype html>/i);
    });
  });

  test('two runs are compared, what was not alike is said first, and one is deleted', async () => {
    await browser.visit(at('audience'), async (seen) => {
      const { page } = seen;
      await startRun(seen, origin.url, '2', '0.05');
      await seen.link('Look at its report').waitFor();
      const [newer, older] = (await overview()).runs;
      assert.ok(newer !== undefined && older !== undefined);
      for (const box of await page.getByRole('checkbox', { name: /^Compare the run of/ }).all()) await box.check();
      await seen.link('Compare the two').click();
      await seen.untilScreen('Compare two runs');
      assert.equal(page.url(), at(`audience/compare?a=${older.runId}&b=${newer.runId}`));
      await seen.untilText('Setting viewers: 4 and 2');
      await page.getByRole('row', { name: /^Time stalled, of all watched/ }).waitFor();
      await seen.button('Swap them').click();
      await seen.untilText('Setting viewers: 2 and 4');
      await page.reload();
      await seen.untilText('Setting viewers: 2 and 4');
      await seen.goTo('audience');
      await page
        .getByRole('button', { name: /^Delete: / })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      assert.deepEqual(
        (await overview()).runs.map(({ runId }) => runId),
        [older.runId],
      );
      await page.getByRole('button', { name: /^Delete: / }).waitFor();
    });
  });

  for (const [width, scheme, locale] of [
    [390, 'dark', 'en'],
    [820, 'light', 'en'],
    [1_440, 'light', 'en'],
    [1_440, 'dark', 'ar'],
    [390, 'light', 'ar'],
  ] as const) {
    test(`report and comparison pass axe, and fit, at ${width} pixels (${scheme}, ${locale})`, async () => {
      const [run] = (await overview()).runs;
      assert.ok(run !== undefined);
      await browser.visit(
        at('audience'),
        async (seen) => {
          for (const address of [
            'audience',
            `audience/runs/${run.runId}`,
            `audience/compare?a=${run.runId}&b=${run.runId}`,
          ]) {
            await turnTo(seen, address);
            await unfoldAll(seen);
            await checkWidth(seen, `/${address} at ${width}, ${locale}`);
            await checkWithAxe(seen, `/${address} at ${width}, ${locale}`);
          }
        },
        { width, scheme, locale },
      );
    });
  }

  test('a report that is not there is said, with a way to try again', async () => {
    await browser.visit(
      at('audience/runs/no-such-run'),
      async (seen) => {
        await seen.untilText(/There is no run "no-such-run"/);
        await seen.button('Try again').waitFor();
        await seen.link('All runs').click();
        await seen.untilScreen('Audience');
      },
      { expected: [/404/] },
    );
  });
});

async function startRun(seen: WatchedPage, url: string, viewers: string, minutes: string): Promise<void> {
  const { page } = seen;
  await page.getByLabel('Address of the stream').fill(url);
  await page.getByRole('textbox', { name: 'Viewers', exact: true }).fill(viewers);
  await page.getByLabel('Minutes', { exact: true }).fill(minutes);
  await page.getByLabel('Seconds in which they come').fill('0.5');
  await seen.button('Start the run').click();
  await seen.heading('The run that is on').waitFor();
}

/** One of the large figures, by the words below it. */
async function untilFigure({ page }: WatchedPage, name: string, value: string | RegExp): Promise<void> {
  const exact = typeof value === 'string' ? new RegExp(`^${value}$`) : value;
  await page.locator('dl > div', { hasText: name }).locator('dd', { hasText: exact }).waitFor();
}

/** What is folded away is looked at, too. */
async function unfoldAll({ page }: WatchedPage): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}
