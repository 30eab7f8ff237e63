import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chown, copyFile, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { makeFolder, patienceMs } from './processes.ts';

/** A real nginx with the project's own configuration, as an unprivileged process where the tests run as root. */
export interface Nginx extends AsyncDisposable {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly origin: string;
  /** The same over TLS, with the certificate that was given. */
  readonly tlsOrigin: string;
  /** Its own complaints so far. */
  readonly complaints: string;
}

export interface NginxOptions {
  /** Where the console listens. */
  readonly upstreamPort: number;
  /** Paths of a certificate and its key. */
  readonly tls: { readonly cert: string; readonly key: string };
}

const program = findNginx();
/** A system without it skips what needs it. */
export const hasNginx = program !== null;

const nobody = 65_534;
const runsAsRoot = process.getuid?.() === 0;
const portsTried = 5;
const shippedUpstream = 'proxy_pass http://127.0.0.1:8080;';

/**
 * The files of `deploy/nginx` as they stand: only the port of the upstream is another one. A port that was free may be taken
 * a moment later, so that several are tried.
 */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  const folder = await makeFolder();
  try {
    await layOut(folder.path, options);
    for (let attempt = 1; ; attempt += 1) {
      const [port, tlsPort] = [await findFreePort(), await findFreePort()];
      await writeFile(join(folder.path, 'nginx.conf'), mainConfig(port, tlsPort));
      const running = await run(folder.path);
      if (running.outcome === 'up') {
        return {
          origin: `http://127.0.0.1:${port}`,
          tlsOrigin: `https://127.0.0.1:${tlsPort}`,
          get complaints() {
            return running.complaints();
          },
          async [Symbol.asyncDispose]() {
            await running.stop();
            await folder[Symbol.asyncDispose]();
          },
        };
      }
      await running.stop();
      assert.ok(
        running.outcome === 'portTaken' && attempt < portsTried,
        `nginx did not come up:\n${running.complaints()}`,
      );
    }
  } catch (error) {
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}

function findNginx(): string | null {
  const { status, stdout } = spawnSync('sh', ['-c', 'PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

async function layOut(folder: string, { upstreamPort, tls }: NginxOptions): Promise<void> {
  const shipped = (name: string): string => fileURLToPath(new URL(`../../deploy/nginx/${name}`, import.meta.url));
  const location = await readFile(shipped('dropwise.conf'), 'utf8');
  assert.equal(location.split(shippedUpstream).length, 2, 'dropwise.conf names its upstream once');
  await copyFile(shipped('dropwise-map.conf'), join(folder, 'dropwise-map.conf'));
  const upstream = shippedUpstream.replace('8080', `${upstreamPort}`);
  await writeFile(join(folder, 'dropwise.conf'), location.replace(shippedUpstream, upstream));
  await copyFile(tls.cert, join(folder, 'cert.pem'));
  await copyFile(tls.key, join(folder, 'key.pem'));
  if (!runsAsRoot) return;
  for (const name of ['', 'cert.pem', 'key.pem']) await chown(join(folder, name), nobody, nobody);
}

/** What a person's nginx.conf has around the two files, and nothing that must be written outside the folder. */
function mainConfig(port: number, tlsPort: number): string {
  return `daemon off;
pid nginx.pid;
error_log stderr notice;
worker_processes 1;
events { worker_connections 256; }
http {
    access_log off;
    types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include dropwise-map.conf;
    server {
        listen 127.0.0.1:${port};
        listen 127.0.0.1:${tlsPort} ssl;
        ssl_certificate cert.pem;
        ssl_certificate_key key.pem;
        include dropwise.conf;
        location / { return 200 "the host's own page"; }
    }
}
`;
}

interface Running {
  readonly outcome: 'up' | 'portTaken' | 'failed';
  complaints(): string;
  stop(): Promise<void>;
}

/** The shell ends nginx when its stdin closes: also when this process dies. */
const keeper = '"$@" & cat >/dev/null; kill -TERM $! 2>/dev/null; wait $!';

async function run(folder: string): Promise<Running> {
  const child = spawn(
    'sh',
    ['-c', keeper, 'sh', program ?? 'nginx', '-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    { stdio: ['pipe', 'ignore', 'pipe'], ...(runsAsRoot ? { uid: nobody, gid: nobody } : {}) },
  );
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  ended.catch(() => {});
  let complaints = '';
  const outcome = await readOutcome(child, ended, (line) => {
    if (/\[(?:warn|error|crit|alert|emerg)\]/.test(line)) complaints += `${line}\n`;
  });
  return {
    outcome,
    complaints: () => complaints,
    async stop() {
      child.stdin?.end();
      await ended;
    },
  };
}

function readOutcome(
  child: ChildProcess,
  ended: Promise<void>,
  onLine: (line: string) => void,
): Promise<Running['outcome']> {
  const { promise, resolve, reject } = Promise.withResolvers<Running['outcome']>();
  const timer = setTimeout(() => resolve('failed'), patienceMs);
  ended.then(() => resolve('failed'), reject);
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      onLine(line);
      if (line.includes('start worker process ')) resolve('up');
      else if (line.includes('bind() to ')) resolve('portTaken');
      else if (line.includes('[emerg]')) resolve('failed');
    });
  }
  return promise.finally(() => clearTimeout(timer));
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
