import type { Page } from 'playwright-core';

export interface Updates {
  /** From the arrival of each progress event to the end of the frame that shows it, ascending. */
  readonly ms: readonly number[];
  readonly eventsPerSecond: number;
  /** Of more than 100 ms. */
  readonly longTasks: number;
}

interface Seen {
  readonly ms: number[];
  events: number;
  longTasks: number;
}

/** Before the page is opened: notes when events arrive, and when a frame has shown them. */
export async function watchUpdates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { ms: [] as number[], events: 0, longTasks: 0 };
    Object.assign(window, { seen });
    const longTaskMs = 100;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > longTaskMs) seen.longTasks += 1;
    }).observe({ type: 'longtask' });
    let newest = 0;
    const isShown = ({
      dropName,
      confirmedMinutes,
    }: {
      dropName: string;
      confirmedMinutes: number | null;
    }): boolean => {
      const bar = document.querySelector('[role=progressbar]');
      return (
        bar?.getAttribute('aria-label') === dropName && bar.getAttribute('aria-valuenow') === `${confirmedMinutes ?? 0}`
      );
    };
    const follow = (progress: Parameters<typeof isShown>[0]): void => {
      newest += 1;
      const turn = newest;
      const arrivedAt = performance.now();
      const { port1, port2 } = new MessageChannel();
      // A message that is sent in a frame comes after its painting.
      port2.onmessage = () => {
        // A newer one took its place: that one is timed.
        if (turn !== newest) return;
        if (isShown(progress)) seen.ms.push(performance.now() - arrivedAt);
        else requestAnimationFrame(() => port1.postMessage(null));
      };
      requestAnimationFrame(() => port1.postMessage(null));
    };
    const hear = ({ data }: MessageEvent): void => {
      if (typeof data !== 'string' || !data.startsWith('42')) return;
      seen.events += 1;
      const [name, payload] = JSON.parse(data.slice(2)) as [
        string,
        { progress?: Parameters<typeof isShown>[0] | null },
      ];
      if (name === 'drop_progress' && payload.progress != null) follow(payload.progress);
    };
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', hear);
      }
    };
  });
}

/** What came in the next `seconds`. */
export async function measureUpdates(page: Page, seconds: number): Promise<Updates> {
  await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Seen };
    Object.assign(seen, { ms: [], events: 0, longTasks: 0 });
  });
  await page.waitForTimeout(seconds * 1_000);
  const { ms, events, longTasks } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  return { ms: ms.toSorted((a, b) => a - b), eventsPerSecond: events / seconds, longTasks };
}
