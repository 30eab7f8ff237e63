import type { Page } from 'playwright-core';

export interface Updates {
  /** From the arrival of each progress event to the end of the frame that shows it. */
  readonly ms: readonly number[];
  /** Of every kind. */
  readonly events: number;
  /** Of more than 100 ms. */
  readonly longTasks: number;
  readonly lastingMs: number;
}

/** What the page's own script notes. */
interface Seen {
  readonly ms: readonly number[];
  readonly events: number;
  readonly longTasks: number;
}

/** Before the page is opened: notes when events arrive, and when a frame has shown them. */
export async function watchUpdates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { ms: [] as number[], events: 0, longTasks: 0 };
    let newest = 0;
    /** Nothing that came before is timed any more. */
    const beginSeen = (): void => {
      newest += 1;
      Object.assign(seen, { ms: [], events: 0, longTasks: 0 });
    };
    Object.assign(window, { seen, beginSeen });
    const longTaskMs = 100;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > longTaskMs) seen.longTasks += 1;
    }).observe({ type: 'longtask' });
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
        if (turn === newest && !isShown(progress)) {
          requestAnimationFrame(() => port1.postMessage(null));
          return;
        }
        if (turn === newest) seen.ms.push(performance.now() - arrivedAt);
        // An open channel would be kept, and counted as the page's.
        port1.close();
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

/** What came in the next milliseconds. */
export async function measureUpdates(page: Page, lastingMs: number): Promise<Updates> {
  await page.evaluate(() => (window as unknown as { beginSeen: () => void }).beginSeen());
  await page.waitForTimeout(lastingMs);
  const { ms, events, longTasks } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  return { ms, events, longTasks, lastingMs };
}

/** All of them as one. */
export function joinUpdates(parts: readonly Updates[]): Updates {
  const sum = (of: (part: Updates) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    ms: parts.flatMap(({ ms }) => ms),
    events: sum(({ events }) => events),
    longTasks: sum(({ longTasks }) => longTasks),
    lastingMs: sum(({ lastingMs }) => lastingMs),
  };
}
