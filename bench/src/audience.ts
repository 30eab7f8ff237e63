import { access, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { audienceHelpText, parseAudienceArguments } from './audience/audience-arguments.ts';
import { formatResult, resultOf } from './audience/audience-result.ts';
import { measureViewers } from './audience/measure-viewers.ts';
import { measureWire } from './audience/measure-wire.ts';
import { startNginxOrigin } from './audience/nginx-origin.ts';

const badArguments = 2;
/** As the goal is set: segments of 2 s and about 100 kB. */
const stream = { segmentSeconds: 2, segmentBytes: 100_000, windowSegments: 6 } as const;
/** Fewer connections than viewers: wrk is cheapest so, and is not charged for opening them. */
const wire = { connections: 1000, seconds: 5 } as const;
/** New viewers a second: one core can do more, an origin's queue of connections cannot. */
const joinsPerSecond = 1000;

async function main(): Promise<number> {
  const asked = parseAudienceArguments(process.argv.slice(2));
  if (!asked.ok) {
    tell(`bench:audience: ${asked.failure}`);
    return badArguments;
  }
  const { viewers, seconds, json, help } = asked.value;
  if (help) {
    process.stdout.write(audienceHelpText);
    return 0;
  }
  const memory = await access('/dev/shm').then(
    () => '/dev/shm',
    () => tmpdir(),
  );
  const folder = await mkdtemp(join(memory, 'dropwise-audience-'));
  try {
    await using origin = await startNginxOrigin({ folder, ...stream });
    // The last core is the generator's; the origin runs on the others.
    const core = availableParallelism() - 1;
    tell(`${viewers} viewers, one process, bound to core ${core}.`);
    const joinOverMs = Math.max(2000, (viewers / joinsPerSecond) * 1000);
    const live = await measureViewers({ url: origin.url, viewers, joinOverMs, measureMs: seconds * 1000, core });
    tell('The transport alone, and wrk, before the same origin.');
    const compared = await measureWire(origin, { ...wire, core });
    (json ? process.stderr : process.stdout).write(formatResult(live, compared));
    if (json) process.stdout.write(`${JSON.stringify(resultOf(live, compared))}\n`);
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

process.exitCode = await main();
