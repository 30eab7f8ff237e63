import type { Page } from 'playwright-core';

/** The screen that draws most, with every lane of it; gives back how many those are. */
export async function openPlan(page: Page): Promise<number> {
  await page.locator('nav:has(.brand) li a[href="plan"]').click();
  await page.locator('.lane .name').first().waitFor();
  const more = page.locator('.board section > button');
  while ((await more.count()) > 0) await more.first().click();
  return page.locator('.lane .name').count();
}
