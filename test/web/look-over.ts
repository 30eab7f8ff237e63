import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { WatchedPage } from './watched-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** To another address without loading the page anew; resolves when its screen is there, and nothing of it is loading. */
export async function turnTo({ page }: WatchedPage, address: string): Promise<void> {
  await page.evaluate((to) => {
    window.history.pushState(null, '', new URL(to, document.baseURI));
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('main :is([aria-busy="true"], .loading)') === null,
  );
  // What is asked for only now may begin to load with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** axe finds nothing on what is shown. */
export async function checkWithAxe({ page }: WatchedPage, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
  assert.deepEqual(found, [], `axe, ${where}`);
}

/** Nothing is wider than the window, but for what scrolls by itself. */
export async function checkWidth({ page }: WatchedPage, where: string): Promise<void> {
  const { wide, width, names } = await page.evaluate(() => {
    const root = document.documentElement;
    const outside = [...document.querySelectorAll('main *, nav *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > root.clientWidth + 1 || left < -1) && element.closest('.scroll-x') === null;
    });
    return {
      wide: root.scrollWidth,
      width: root.clientWidth,
      names: outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)),
    };
  });
  assert.ok(wide <= width, `${where} is ${wide} px wide in a window of ${width}: ${names.join('\n')}`);
}
