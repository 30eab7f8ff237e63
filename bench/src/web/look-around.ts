import type { Page } from 'playwright-core';

/** What a screen needs to load, and to draw the first changes that come to it. */
const lookMs = 250;

/** The screens' own links; a screen may have a navigation of its own inside. */
const toScreens = 'nav:has(.brand) li a';

/** Opens every screen as a person does, and comes back to the first: what they leave behind is counted, too. */
export async function lookAround(page: Page): Promise<void> {
  const links = page.locator(toScreens);
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const [first, ...others] = addresses;
  if (first === undefined) throw new Error('expected links to the screens in the navigation, found none');
  for (const address of [...others, first]) {
    await page.locator(`${toScreens}[href="${address}"]`).click();
    await page.locator(`${toScreens}[href="${address}"][aria-current=page]`).waitFor();
    await page.waitForTimeout(lookMs);
  }
  await page.getByRole('progressbar').first().waitFor();
}
