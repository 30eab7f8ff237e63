import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { shardNodeOptions } from '@dropwise/audience/shard-node-options';
import type { ViewerFigures } from './viewer-figures.ts';

export interface MeasureSettings {
  readonly url: string;
  readonly viewers: number;
  readonly joinOverMs: number;
  readonly measureMs: number;
  /** Core that the process is bound to; null = the system's choice. */
  readonly core: number | null;
  /** More of Node's own options: `--cpu-prof` and its like. */
  readonly nodeOptions?: readonly string[];
}

const program = fileURLToPath(new URL('viewer-program.ts', import.meta.url));

/** Runs one shard's viewers in a process of their own, and hears what they cost. */
export async function measureViewers(settings: MeasureSettings): Promise<ViewerFigures> {
  const { url, viewers, joinOverMs, measureMs, core, nodeOptions = [] } = settings;
  const node = [process.execPath, ...shardNodeOptions, '--expose-gc', ...nodeOptions, program];
  const bound = core === null ? node : ['taskset', '-c', `${core}`, ...node];
  const [command = '', ...args] = [...bound, url, `${viewers}`, `${joinOverMs}`, `${measureMs}`];
  // The channel tells it when the bench is gone.
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const [output, [code]] = await Promise.all([
    text(child.stdout as NonNullable<typeof child.stdout>),
    once(child, 'exit'),
  ]);
  if (code !== 0) throw new Error(`expected the viewers to end by themselves, found ${code}`);
  return JSON.parse(output) as ViewerFigures;
}
