import type { CDPSession, Page } from 'playwright-core';

export interface HeapRun {
  readonly beforeBytes: number;
  readonly afterBytes: number;
  readonly growthPercent: number;
}

const msAnHour = 3_600_000;

/** What the page still holds after so many of the miner's hours, everything that nobody needs swept away. */
export async function measureHeap(page: Page, hours: number, speed: number): Promise<HeapRun> {
  const session = await page.context().newCDPSession(page);
  const beforeBytes = await usedBytes(session);
  await page.waitForTimeout((hours * msAnHour) / speed);
  const afterBytes = await usedBytes(session);
  await session.detach();
  return { beforeBytes, afterBytes, growthPercent: (afterBytes / beforeBytes - 1) * 100 };
}

async function usedBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
