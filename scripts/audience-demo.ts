// What `dropwise audience` prints of an origin that stands still for three seconds, with ffmpeg and nginx on this machine:
// `npx node scripts/audience-demo.ts | npx node scripts/terminal-picture.ts "dropwise audience …"`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startRealOrigin } from '../test/audience/real-origin.ts';
import { launcher, makeFolder } from '../test/e2e/processes.ts';

await using origin = await startRealOrigin();
await using folder = await makeFolder();
const flags = ['--duration', '30s', '--fail-if', 'stalled_time_pct>5', '--fail-if', 'ttfb_due_p99_ms>500'];
const run = spawn(process.execPath, [launcher, 'audience', origin.url, '50', ...flags, '--data-dir', folder.path], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(run, 'exit');
for await (const line of createInterface({ input: run.stdout })) {
  console.log(line.replaceAll(folder.path, '~/.dropwise').replaceAll(new URL(origin.url).host, '127.0.0.1:8080'));
  if (line.startsWith('00:11 ')) void freeze();
}
await ended;

async function freeze(): Promise<void> {
  await origin.server.freeze();
  await pause(3_000);
  await origin.server.thaw();
}
