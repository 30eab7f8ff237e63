import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Debian's `nats-server`. */
const program = ['/usr/sbin/nats-server', '/usr/bin/nats-server'].find((path) => existsSync(path));

/** For `test`'s `skip`: false where there is a server to test against. */
export const withoutNats = program === undefined ? 'nats-server is not installed (apt-get install nats-server)' : false;

/** A real NATS server on loopback, on a port that the system chose. */
export interface TestNats {
  readonly port: number;
  readonly address: string;
  /** Gone at once, as when its machine dies. */
  kill(): Promise<void>;
}

/** @param args more of them, as `--auth secret`. @param port of one that was killed; null = any. */
export async function startNats(port: number | null = null, args: readonly string[] = []): Promise<TestNats> {
  if (program === undefined) throw new Error('there is no nats-server');
  const folder = await mkdtemp(join(tmpdir(), 'nats-'));
  const portArgument = String(port ?? -1);
  const child = spawn(program, ['-a', '127.0.0.1', '-p', portArgument, '--ports_file_dir', folder, ...args], {
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  const foundPort = await readPort(folder, child);
  return {
    port: foundPort,
    address: `nats://127.0.0.1:${foundPort}`,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server writes the file when it listens. */
async function readPort(folder: string, child: ChildProcess): Promise<number> {
  for (let look = 0; look < 1000 && child.exitCode === null; look++) {
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.ports'));
    const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
    const port = /nats:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (port !== undefined) return Number(port);
    await wait(5);
  }
  throw new Error(`nats-server did not come up (exit code ${child.exitCode})`);
}
