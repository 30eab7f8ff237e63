import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface NginxOrigin extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** One segment, and one playlist: what wrk asks for. */
  readonly segmentUrl: string;
  readonly playlistUrl: string;
}

export interface NginxOriginSettings {
  /** Of the bench alone; deleted by its owner. On a memory file system, so that no disk is measured. */
  readonly folder: string;
  readonly segmentSeconds: number;
  readonly segmentBytes: number;
  readonly windowSegments: number;
}

/** So many distinct files; a playlist's numbers go on, its names come round. */
const distinctSegments = 16;

/** nginx on loopback with one live rendition, whose playlist is written anew for every segment, as a packager does. */
export async function startNginxOrigin(settings: NginxOriginSettings): Promise<NginxOrigin> {
  const { folder } = settings;
  const port = await freePort();
  const stream = join(folder, 'www', 'live', 'mid');
  await mkdir(stream, { recursive: true });
  // Started by root, nginx reads as somebody else.
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'www', 'live', 'index.m3u8'), multivariant);
  const media = Buffer.alloc(settings.segmentBytes, 0x47);
  for (let i = 0; i < distinctSegments; i++) await writeFile(join(stream, `seg${i}.ts`), media);
  const startMs = Date.now() - settings.windowSegments * settings.segmentSeconds * 1000;
  let end = settings.windowSegments;
  const publish = async (): Promise<void> => {
    const part = join(stream, 'index.m3u8.part');
    await writeFile(part, formatPlaylist(settings, startMs, end++));
    await rename(part, join(stream, 'index.m3u8'));
  };
  await publish();
  const timer = setInterval(() => void publish(), settings.segmentSeconds * 1000);
  await writeFile(join(folder, 'nginx.conf'), formatConfiguration(folder, port));
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    if (nginx.exitCode !== null) return;
    const gone = once(nginx, 'exit');
    nginx.kill('SIGTERM');
    await gone;
  };
  await waitUntilOpen(port, nginx).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const base = `http://127.0.0.1:${port}/live`;
  return {
    url: `${base}/index.m3u8`,
    playlistUrl: `${base}/mid/index.m3u8`,
    segmentUrl: `${base}/mid/seg0.ts`,
    pid: nginx.pid ?? -1,
    [Symbol.asyncDispose]: stop,
  };
}

const multivariant = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=640x360\nmid/index.m3u8\n';

function formatPlaylist(settings: NginxOriginSettings, startMs: number, end: number): string {
  const first = end - settings.windowSegments;
  const lines = ['#EXTM3U', '#EXT-X-VERSION:6', `#EXT-X-TARGETDURATION:${Math.ceil(settings.segmentSeconds)}`];
  lines.push(`#EXT-X-MEDIA-SEQUENCE:${first}`);
  for (let number = first; number < end; number++) {
    const atMs = startMs + number * settings.segmentSeconds * 1000;
    lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(atMs).toISOString()}`);
    lines.push(`#EXTINF:${settings.segmentSeconds.toFixed(3)},`, `seg${number % distinctSegments}.ts`);
  }
  return `${lines.join('\n')}\n`;
}

function formatConfiguration(folder: string, port: number): string {
  return `
worker_processes 1;
# The first core is the origin's, the last one the generator's.
worker_cpu_affinity 1;
worker_rlimit_nofile 20000;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log crit;
events { worker_connections 19500; multi_accept on; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_timeout 300;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=60s;
  open_file_cache_valid 1s;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  types { application/vnd.apple.mpegurl m3u8; video/mp2t ts; }
  server { listen 127.0.0.1:${port} backlog=16384; root ${folder}/www; }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected a port of loopback, found none');
  return address.port;
}

async function waitUntilOpen(port: number, nginx: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (nginx.exitCode !== null) throw new Error(`expected nginx to run, found that it ended with ${nginx.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/live/index.m3u8`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('expected nginx to answer within 5 s, found that it did not');
}
