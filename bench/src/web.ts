import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './web/find-chromium.ts';
import { measureHeap } from './web/measure-heap.ts';
import { measureLoad } from './web/measure-load.ts';
import { measureUpdates, watchUpdates } from './web/measure-updates.ts';
import { startDashboard } from './web/start-dashboard.ts';
import { parseWebArguments, type WebArguments, webHelpText } from './web/web-arguments.ts';
import { formatWebReport, type WebReport, webSummaryOf } from './web/web-report.ts';

const badArguments = 2;
const failed = 1;
/** The accelerated clock of miner and Twitch: two of its minutes in a real second. */
const speed = 120;
/** The page has then shown every kind of change once. */
const warmUpMs = 5_000;

async function measure({ seconds, hours }: WebArguments, browser: Browser): Promise<WebReport> {
  tell('Starting a Twitch with 60 campaigns, a miner and a console.');
  await using dashboard = await startDashboard(speed);
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 }, locale: 'en' });
  await watchUpdates(page);
  const loadBytes = await measureLoad(page, dashboard.url);
  await page.waitForTimeout(warmUpMs);
  tell(`Timing changes for ${seconds} s.`);
  const updates = await measureUpdates(page, seconds);
  tell(`Watching the memory for ${hours} accelerated hours: ${Math.round((hours * 3_600) / speed)} s.`);
  const heap = await measureHeap(page, hours, speed);
  return { loadBytes, updates, heap, hours, browser: browser.version() };
}

/** stdout carries the result and nothing else. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseWebArguments(args);
  if (!parsed.ok) {
    tell(`bench:web: ${parsed.failure}`);
    return badArguments;
  }
  if (parsed.value.help) {
    process.stdout.write(webHelpText);
    return 0;
  }
  const found = findChromium();
  if (!found.ok) {
    tell(`bench:web: expected a Chromium that starts, found none: ${found.why}; set CHROMIUM_PATH to one.`);
    return failed;
  }
  const { path, env } = found.chromium;
  await using browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  const report = await measure(parsed.value, browser);
  process.stdout.write(formatWebReport(report));
  if (parsed.value.json) process.stdout.write(`${JSON.stringify(webSummaryOf(report))}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
