import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { CampaignView } from '@dropwise/contract';
import { because, hasBrowser, startBrowser } from './browser.ts';
import { startDashboard } from './dashboard.ts';

suite(`pictures on the page${because}`, { skip: !hasBrowser }, () => {
  test('box art is seen, and no host but the console is asked for anything', async () => {
    await using browser = await startBrowser();
    await using dashboard = await startDashboard({ twitch: { speed: 10 } });
    await dashboard.console.until<{ readonly campaigns: readonly CampaignView[] }>(
      'box art',
      'api/campaigns',
      ({ campaigns }) => campaigns.some(({ boxArtUrl }) => boxArtUrl !== null),
    );
    const origins = new Set<string>();
    await browser.visit(dashboard.at('campaigns'), async ({ page }) => {
      page.on('request', (request) => origins.add(new URL(request.url()).origin));
      await page.reload();
      const picture = page.locator('main img[src*="/api/art?"]').first();
      await picture.waitFor();
      await picture.scrollIntoViewIfNeeded();
      await page.waitForFunction(() => {
        const pictures = [...document.querySelectorAll<HTMLImageElement>('main img[src*="/api/art?"]')];
        return pictures.some(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      });
    });
    const { origin } = new URL(dashboard.console.url);
    assert.deepEqual(
      [...origins].filter((each) => each !== origin && !each.startsWith('data:')),
      [],
    );
    assert.ok(origins.has(origin));
  });
});
