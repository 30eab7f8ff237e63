// A lab for tests: it behaves as the path of the address in its configuration says.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { buildReport, buildSample } from './build-report.ts';

const runId = 'scripted-run-1';
const [, , command = '', second = ''] = process.argv;
const configurationFile = process.argv[process.argv.indexOf('--config') + 1] ?? '';

/** Waits for a pipe that is full. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const say = (event: object): Promise<void> => write(`${JSON.stringify({ runId, ...event })}\n`);

function die(words: string, exitCode: number): void {
  process.stderr.write(`${words}\n`, () => process.exit(exitCode));
}

/** Reads commands, and lives until its stdin ends. */
function obey(onCommand: (command: { kind: string; id?: number; viewers?: number }) => void): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => onCommand(JSON.parse(line)));
  lines.on('close', () => process.exit(9));
}

async function begin(given: AudienceConfiguration): Promise<void> {
  await say({ kind: 'checking', sentence: 'Asking.' });
  const startedAt = new Date(0).toISOString();
  await say({ kind: 'started', startedAt, target: given.url, viewers: given.viewers, durationMs: null });
  await say({ kind: 'sample', sample: buildSample(1_000) });
}

function end(outcome: 'passed' | 'partial'): void {
  void say({ kind: 'ended', report: buildReport({ runId, outcome, verdict: 'Held.' }) }).then(() => process.exit(0));
}

/** Does not end when it is told to, or asked by the system. */
function cling(): void {
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => {});
  process.stdout.on('error', () => {});
  setInterval(() => {}, 1 << 30);
}

const behaviours: Readonly<Record<string, (given: AudienceConfiguration) => void | Promise<void>>> = {
  /** As it should: obeys, and ends when it is told to. */
  '/obey': async (given) => {
    obey(({ kind, id, viewers }) => {
      if (kind === 'stop') return end('partial');
      const problem = viewers === 666 ? 'The origin allows 10 viewers at once.' : null;
      void say({ kind: 'answered', id, problem });
    });
    await begin(given);
  },
  '/end': async (given) => {
    await begin(given);
    end('passed');
  },
  '/refuse': async () => {
    await say({ kind: 'checking', sentence: 'Asking.' });
    await say({ kind: 'refused', sentence: 'The origin does not consent.' });
    process.exit(8);
  },
  /** What it was given comes back in its words, as it must not. */
  '/misfit': (given) => die(`There is no metric "nonsense".\nAnd of the proxies: ${given.proxies}`, 2),
  '/die': async (given) => {
    await begin(given);
    die(`It broke at ${given.proxies}`, 1);
  },
  '/mute': (given) => {
    obey(({ kind }) => kind === 'stop' && end('partial'));
    return say({ kind: 'problem', sentence: given.url });
  },
  '/nonsense': async (given) => {
    obey(({ kind }) => kind === 'stop' && end('partial'));
    await begin(given);
    await write('no JSON\n{"kind":"sample"}\n');
    await say({ kind: 'sample', runId: 'another-run-1', sample: buildSample(9_000) });
    await say({ kind: 'started', startedAt: 'never', target: '', viewers: 1, durationMs: null });
  },
  '/flood': async (given) => {
    await begin(given);
    for (;;) await write('flood\n');
  },
  '/many': async (given) => {
    obey(({ kind }) => kind === 'stop' && end('partial'));
    await begin(given);
    for (let second = 2; second <= 5_000; second++) await say({ kind: 'sample', sample: buildSample(second * 1_000) });
    await say({ kind: 'problem', sentence: 'all said' });
  },
  '/hang': async (given) => {
    cling();
    const grandchild = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 9e8)'], {
      stdio: 'ignore',
    });
    await begin(given);
    await say({ kind: 'problem', sentence: `${process.pid} ${grandchild.pid}` });
  },
  '/linger': async (given) => {
    cling();
    await begin(given);
    await say({ kind: 'ended', report: buildReport({ runId, outcome: 'passed', verdict: 'Held.' }) });
  },
  /** What it can see of the console. */
  '/look': async () => {
    obey(({ kind }) => kind === 'stop' && end('partial'));
    const mode = (statSync(configurationFile).mode & 0o777).toString(8);
    const names = Object.keys(process.env).filter((name) => name.startsWith('DROPWISE_'));
    await say({ kind: 'problem', sentence: [mode, ...names, ...process.argv.slice(2)].join(' ') });
  },
};

if (command === 'audience' && second === 'keygen') {
  die('There is no key to be had here.', 4);
} else {
  const given = JSON.parse(await readFile(configurationFile, 'utf8')) as AudienceConfiguration;
  await behaviours[new URL(given.url ?? '').pathname]?.(given);
}
