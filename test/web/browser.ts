import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';
import { findChromium } from '../../bench/src/web/find-chromium.ts';
import { type WatchedPage, watchPage } from './watched-page.ts';

const found = findChromium();
/** A system without a Chromium skips what needs one. */
export const hasBrowser = found.ok;
/** For the name of what is skipped. */
export const because = found.ok ? '' : ` (skipped: no Chromium starts here: ${found.why})`;

export interface PageOptions {
  /** Default 1440; the height goes with it. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** What the browser says that its person speaks. Default `en`. */
  readonly locale?: string;
  readonly touch?: boolean;
  /** Complaints of the page that its test asks for: a refused password is a failed request. */
  readonly expected?: readonly RegExp[];
}

/** One Chromium; each page has cookies and storage of its own. */
export interface WebBrowser extends AsyncDisposable {
  readonly chromium: Browser;
  /** Opens `url`, and closes it when `look` is done. Fails when the page had something to complain about. */
  visit(url: string, look: (seen: WatchedPage) => Promise<void>, options?: PageOptions): Promise<void>;
}

/** Longer than anything on a page takes on a busy machine; only a failure waits for it. */
const patienceMs = 20_000;
const shownCharacters = 1_500;
const heights: Readonly<Record<number, number>> = { 390: 844, 820: 1180, 1440: 900 };

export async function startBrowser(): Promise<WebBrowser> {
  if (!found.ok) throw new Error(`No Chromium starts here: ${found.why}`);
  const { path, env } = found.chromium;
  const chromium = await playwright.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Tests in a container run as root, where Chromium has no sandbox; there is little shared memory, and no GPU.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
  });
  return {
    chromium,
    visit: (url, look, options = {}) => visit(chromium, url, look, options),
    [Symbol.asyncDispose]: () => chromium.close(),
  };
}

async function visit(
  chromium: Browser,
  url: string,
  look: (seen: WatchedPage) => Promise<void>,
  options: PageOptions,
): Promise<void> {
  await using context = await openContext(chromium, options);
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const seen = watchPage(page, options.expected ?? []);
  try {
    await page.goto(url);
    await look(seen);
  } catch (error) {
    const text = await page
      .locator('body')
      .innerText()
      .catch(() => '');
    const what = error instanceof Error ? error.message : String(error);
    throw new Error([what, ...seen.complaints, text.slice(0, shownCharacters)].join('\n'), { cause: error });
  }
  assert.deepEqual(seen.complaints, [], 'the page had something to complain about');
}

function openContext(chromium: Browser, options: PageOptions): Promise<BrowserContext> {
  const { width = 1_440, scheme = 'light', locale = 'en', touch = false } = options;
  return chromium.newContext({
    viewport: { width, height: heights[width] ?? 900 },
    colorScheme: scheme,
    locale,
    timezoneId: 'UTC',
    hasTouch: touch,
    reducedMotion: 'reduce',
  });
}

export type { WatchedPage };
