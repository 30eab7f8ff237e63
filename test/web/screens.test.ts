import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { because, hasBrowser, startBrowser, type WebBrowser } from './browser.ts';
import { type Dashboard, startDashboard } from './dashboard.ts';
import { checkWidth, checkWithAxe, turnTo } from './look-over.ts';
import { screens } from './screens.ts';

suite(`every screen${because}`, { skip: !hasBrowser }, () => {
  const stack = new AsyncDisposableStack();
  let dashboard: Dashboard;
  let browser: WebBrowser;

  before(async () => {
    browser = stack.use(await startBrowser());
    dashboard = stack.use(await startDashboard({ twitch: { scenario: 'evening', speed: 120 } }));
    await dashboard.console.program.line('dropClaimed');
  });
  after(() => stack.disposeAsync());

  for (const [width, scheme] of [
    [1_440, 'light'],
    [390, 'dark'],
    [1_440, 'dark'],
    [390, 'light'],
  ] as const) {
    test(`passes axe, and fits, at ${width} pixels in the ${scheme} theme`, async () => {
      await browser.visit(
        dashboard.at(''),
        async (seen) => {
          for (const [address, title] of screens) {
            const where = `/${address} at ${width}, ${scheme}`;
            await turnTo(seen, address);
            if (title !== '') await seen.untilScreen(title);
            await checkWidth(seen, where);
            await checkWithAxe(seen, where);
          }
        },
        { width, scheme, touch: width === 390 },
      );
    });
  }

  test('comes compressed, and as it is for who takes nothing else', async () => {
    const page = await (await fetch(dashboard.at(''))).text();
    const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(page) ?? [];
    const get = (encoding: string): Promise<Response> =>
      fetch(dashboard.at(script), { headers: { 'accept-encoding': encoding } });
    const plain = await get('identity');
    assert.equal(plain.headers.get('content-encoding'), null);
    const text = await plain.text();
    for (const encoding of ['br', 'gzip']) {
      const answer = await get(encoding);
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.match(answer.headers.get('vary') ?? '', /accept-encoding/i);
      assert.match(answer.headers.get('content-type') ?? '', /javascript/);
      assert.ok(Number(answer.headers.get('content-length')) < text.length / 2);
      assert.equal(await answer.text(), text);
    }
  });

  for (const width of [390, 820, 1_024]) {
    test(`fits at ${width} pixels, with all that unfolds`, async () => {
      await browser.visit(
        dashboard.at(''),
        async (seen) => {
          for (const [address] of screens) {
            await turnTo(seen, address);
            await seen.page.evaluate(() => {
              for (const details of document.querySelectorAll('details')) details.open = true;
            });
            await checkWidth(seen, `/${address} at ${width}`);
          }
        },
        { width },
      );
    });
  }

  for (const width of [390, 1_440]) {
    test(`is laid out from right to left in Arabic, and fits at ${width} pixels`, async () => {
      await browser.visit(
        dashboard.at(''),
        async (seen) => {
          const { page } = seen;
          await page.locator('main h1').waitFor();
          assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [
            'ar',
            'rtl',
          ]);
          for (const [address] of screens) {
            await turnTo(seen, address);
            await checkWidth(seen, `/${address} at ${width}, ar`);
          }
          await turnTo(seen, '');
          const navigation = await page.locator('nav').first().boundingBox();
          if (width > 390) assert.ok((navigation?.x ?? 0) > width / 2, 'the rail is at the right');
          await checkWithAxe(seen, `/ at ${width}, ar`);
        },
        { width, locale: 'ar' },
      );
    });
  }
});
