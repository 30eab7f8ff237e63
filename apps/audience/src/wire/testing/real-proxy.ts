import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ProxyEndpoint } from '../transport.ts';

export type ProxyProgram = 'tinyproxy' | 'microsocks';

const credentials = { user: 'vera', password: 'quiet-word' };

export interface RealProxy extends AsyncDisposable {
  readonly endpoint: ProxyEndpoint;
  /** Bytes of all its viewers' connections that stand, as the kernel counted them at the proxy's end. */
  countKernelBytes(): Promise<{ readonly fromViewers: number; readonly toViewers: number }>;
  /** At once, as a crash does. */
  kill(): Promise<void>;
}

/** Why a real proxy cannot be tested here; false = it can. For `skip`. */
export function missingProgram(...programs: readonly string[]): string | false {
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/sbin');
  const missing = programs.find((program) => !folders.some((folder) => isExecutable(join(folder, program))));
  return missing === undefined ? false : `${missing} is not installed`;
}

export async function openRealProxy(program: ProxyProgram): Promise<RealProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'dropwise-proxy-'));
  const port = await findFreePort();
  const child = spawn(program, await formatArguments(program, folder, port), { stdio: 'ignore' });
  const exited = once(child, 'exit');
  await listening(child, port);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  const scheme = program === 'tinyproxy' ? 'http' : 'socks5';
  return {
    endpoint: { scheme, host: '127.0.0.1', port, credentials },
    countKernelBytes: () => countKernelBytes(port),
    kill,
    [Symbol.asyncDispose]: async () => {
      await kill();
      await rm(folder, { recursive: true });
    },
  };
}

async function formatArguments(program: ProxyProgram, folder: string, port: number): Promise<readonly string[]> {
  const { user, password } = credentials;
  if (program === 'microsocks') return ['-i', '127.0.0.1', '-p', `${port}`, '-u', user, '-P', password];
  const file = join(folder, 'tinyproxy.conf');
  const lines = ['Listen 127.0.0.1', `Port ${port}`, 'Timeout 600', 'MaxClients 500', `BasicAuth ${user} ${password}`];
  await writeFile(file, `${lines.join('\n')}\nLogFile "${join(folder, 'log')}"\n`);
  return ['-d', '-c', file];
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
  }
  throw new Error(`${child.spawnfile} ended with ${child.exitCode} before it listened`);
}

async function countKernelBytes(port: number): Promise<{ readonly fromViewers: number; readonly toViewers: number }> {
  const filter = ['-tinH', 'state', 'established', `sport = :${port}`];
  const { stdout } = await promisify(execFile)('ss', filter, { maxBuffer: 10_000_000 });
  const sum = (name: string): number =>
    [...stdout.matchAll(new RegExp(`\\b${name}:(\\d+)`, 'g'))].reduce((total, match) => total + Number(match[1]), 0);
  return { fromViewers: sum('bytes_received'), toViewers: sum('bytes_sent') - sum('bytes_retrans') };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
