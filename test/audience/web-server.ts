import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** nginx on loopback, serving the folder `www` in its own. */
export interface WebServer extends AsyncDisposable {
  readonly origin: string;
  readonly port: number;
  /** Every connection stands still, and new ones are not answered. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  /** Of each connection. Resolves once new ones are served so. */
  limitRate(bytesPerSecond: number): Promise<void>;
}

export async function startWebServer(folder: string): Promise<WebServer> {
  const port = await findFreePort();
  const configuration = join(folder, 'nginx.conf');
  const configure = (limit: number | null) => writeFile(configuration, formatConfiguration(folder, port, limit));
  await mkdir(join(folder, 'www'), { recursive: true });
  // Started by root, nginx reads as somebody else.
  await chmod(folder, 0o755);
  await configure(null);
  const nginx = spawn('nginx', ['-p', folder, '-c', configuration, '-g', 'daemon off;'], { stdio: 'ignore' });
  const exited = once(nginx, 'exit');
  const workers = () => readWorkers(nginx.pid ?? 0);
  const signalWorkers = async (signal: NodeJS.Signals): Promise<void> => {
    for (const pid of await workers()) process.kill(pid, signal);
  };
  await untilListening(port, () => nginx.exitCode !== null);
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    freeze: () => signalWorkers('SIGSTOP'),
    thaw: () => signalWorkers('SIGCONT'),
    limitRate: async (bytesPerSecond) => {
      const before = await workers();
      await configure(bytesPerSecond);
      nginx.kill('SIGHUP');
      // The old one goes when it has said what it was saying, which a player does not wait for.
      while (!(await workers()).some((pid) => !before.includes(pid))) await new Promise(setImmediate);
    },
    [Symbol.asyncDispose]: async () => {
      // The master first: it would start others in the place of workers that are gone.
      const orphans = await workers();
      nginx.kill('SIGKILL');
      await exited;
      for (const pid of orphans) killIfThere(pid);
    },
  };
}

function formatConfiguration(folder: string, port: number, bytesPerSecond: number | null): string {
  return `
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 1000; }
http {
  access_log off;
  tcp_nodelay on;
  keepalive_timeout 300;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  types { application/vnd.apple.mpegurl m3u8; video/mp2t ts; text/plain txt; }
  ${bytesPerSecond === null ? '' : `limit_rate ${bytesPerSecond};`}
  server { listen 127.0.0.1:${port}; root ${folder}/www; }
}
`;
}

/** The old one of a reload may have ended by itself. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function readWorkers(master: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${master}/task/${master}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
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

async function untilListening(port: number, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
  }
  throw new Error('expected nginx to listen, found that it ended');
}
