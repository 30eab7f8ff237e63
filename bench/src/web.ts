import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './web/find-chromium.ts';
import { lookAround } from './web/look-around.ts';
import { measureLoad } from './web/measure-load.ts';
import { measureMemory } from './web/measure-memory.ts';
import { joinUpdates, measureUpdates, watchUpdates } from './web/measure-updates.ts';
import type { MemorySample } from './web/memory-growth.ts';
import { openPlan } from './web/open-plan.ts';
import { readFollowed } from './web/read-followed.ts';
import { startDashboard } from './web/start-dashboard.ts';
import { parseWebArguments, type WebArguments, webHelpText } from './web/web-arguments.ts';
import { formatWebReport, type WebReport, webSummaryOf } from './web/web-report.ts';

const badArguments = 2;
const failed = 1;
/** The accelerated clock of miner and Twitch: two of its minutes in a real second. */
const speed = 120;
const hourMs = 3_600_000 / speed;
/** Every screen is opened over and over meanwhile: what the engine compiles and notes for each is there by then. */
const warmUpHours = 3;

async function measure({ seconds, hours }: WebArguments, browser: Browser): Promise<WebReport> {
  tell('Starting a Twitch with 60 campaigns, a miner and a console.');
  await using dashboard = await startDashboard(speed);
  const page = await browser.newPage({ viewport: { width: 1_440, height: 900 }, locale: 'en' });
  await watchUpdates(page);
  const loadBytes = await measureLoad(page, dashboard.url);
  await lookAround(page);
  const followed = await readFollowed(dashboard.url);
  tell(`Timing changes for ${seconds} s.`);
  const timed = [await measureUpdates(page, seconds * 1_000)];
  tell(`Counting long tasks on the plan for ${seconds} s.`);
  const lanes = await openPlan(page);
  const onPlan = { lanes, updates: await measureUpdates(page, seconds * 1_000) };
  const all = hours + warmUpHours;
  tell(
    `Watching the memory for ${all} accelerated hours, and timing changes on: ${Math.round((all * hourMs) / 1_000)} s.`,
  );
  const memory = await measureMemory(page, {
    hours,
    async warmUp() {
      for (const endsAt = performance.now() + warmUpHours * hourMs; performance.now() < endsAt; )
        await lookAround(page);
    },
    async passHour() {
      const endsAt = performance.now() + hourMs;
      await lookAround(page);
      timed.push(await measureUpdates(page, Math.max(0, endsAt - performance.now())));
    },
    onSample: (sample) => tell(`After hour ${sample.hour}: ${describeSample(sample)}.`),
  });
  return { loadBytes, updates: joinUpdates(timed), onPlan, memory, warmUpHours, followed, browser: browser.version() };
}

function describeSample({ scriptBytes, documentBytes }: MemorySample): string {
  return `script ${(scriptBytes / 1e6).toFixed(2)} MB, document ${(documentBytes / 1e6).toFixed(2)} MB`;
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
