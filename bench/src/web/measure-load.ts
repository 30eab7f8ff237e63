import type { Page } from 'playwright-core';

/** Opens the first screen; the bytes of script and style that came for it, as they went over the wire, without headers. */
export async function measureLoad(page: Page, url: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const wanted = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') wanted.add(requestId);
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (wanted.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.getByRole('progressbar').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => {});
  await session.detach();
  return bytes;
}
