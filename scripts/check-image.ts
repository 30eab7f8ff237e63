// What of the Dockerfile can be known without an engine: its install stage is carried out in an empty folder, and what it makes
// is started as an unprivileged user on a read-only root. Part of `npm run check`.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layOutStage } from './image/lay-out-image.ts';
import { parseDockerfile, parseExecForm, type Stage } from './image/parse-dockerfile.ts';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const unprivileged = 65_534;
const startDeadlineMs = 60_000;

/** $1 data, $2 working folder, $3 user, then the command: all of the root is read-only, but for the data. */
const isolation = [
  'set -e',
  'mount --make-rprivate /',
  'mount --rbind / /mnt',
  'mount -o remount,bind,ro /mnt',
  'mount --bind "$1" "/mnt$1"',
  'folder=$2; user=$3; shift 3',
  'exec chroot --userspec="$user:$user" --groups="$user" /mnt sh -c \'cd "$0" && exec "$@"\' "$folder" "$@"',
].join('\n');

const stages = parseDockerfile(readFileSync(join(project, 'Dockerfile'), 'utf8'));
const [install, final] = stages;
if (install === undefined || final === undefined) throw new Error('expected a Dockerfile of two stages');
const folder = mkdtempSync(join(tmpdir(), 'dropwise-image-'));
try {
  await check(install, final);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function check(installStage: Stage, finalStage: Stage): Promise<void> {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  // The image has Node 24 as `node`; so does this check, whatever the machine has.
  symlinkSync(process.execPath, join(bin, 'node'));
  const path = `${bin}:${process.env.PATH ?? ''}`;
  const root = join(folder, 'root');
  mkdirSync(root);
  const { workingFolder } = layOutStage(installStage, project, root, {
    ...process.env,
    PATH: path,
    NODE_ENV: undefined,
  });
  console.log('The install stage runs in an empty folder.');
  const reason = whyNotIsolated();
  if (reason !== null) {
    console.log(`Not tried: the start on a read-only root, because ${reason}.`);
    return;
  }
  await startIsolated(finalStage, workingFolder, path);
}

function whyNotIsolated(): string | null {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'only root may change to another user';
  const tried = spawnSync('unshare', [
    '--mount',
    'sh',
    '-c',
    isolation,
    'sh',
    folder,
    '/',
    String(unprivileged),
    'true',
  ]);
  return tried.status === 0 ? null : 'this machine allows no namespaces of its own';
}

async function startIsolated(stage: Stage, workingFolder: string, path: string): Promise<void> {
  const find = (name: string) => stage.instructions.find((instruction) => instruction.name === name);
  const [command, healthCheck] = [find('CMD'), find('HEALTHCHECK')];
  if (command === undefined || healthCheck === undefined)
    throw new Error('expected CMD and HEALTHCHECK in the last stage');
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  chownSync(data, unprivileged, unprivileged);
  for (const open of [folder, join(folder, 'bin')]) chmodSync(open, 0o755);
  const env = {
    PATH: path,
    NODE_ENV: 'production',
    DROPWISE_DATA_DIR: data,
    XDG_CACHE_HOME: join(data, '.cache'),
    DROPWISE_PASSWORD: 'only for this check',
    // Nothing of this check is for the network: the port is any, the miner asks a Twitch that is not there.
    DROPWISE_HOST: '127.0.0.1',
    DROPWISE_PORT: '0',
  };
  const isolated = (words: readonly string[]): ChildProcess =>
    spawn('unshare', ['--mount', 'sh', '-c', isolation, 'sh', data, workingFolder, String(unprivileged), ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const started = collect(isolated([...parseExecForm(command), '--endpoints', 'http://127.0.0.1:9', '--json']));
  try {
    await started.until(/"kind":"ready"/, startDeadlineMs);
    console.log('The entry point starts as an unprivileged user on a read-only root.');
    const health = collect(isolated(parseExecForm(healthCheck)));
    const code = await health.ended;
    // Nobody answers at that address: what counts is that the check itself works and gives its reason.
    if (code !== 0 && code !== 1)
      throw new Error(`the health check should end with 0 or 1, found ${code}: ${health.text()}`);
    if (!/(?:Well|Not well): [a-z-]+/.test(health.text()))
      throw new Error(`the health check gives no reason: ${health.text()}`);
    console.log(`The health check works: ${health.text().trim()}`);
  } finally {
    started.stop();
    const code = await started.ended;
    if (code !== 0) process.exitCode = 1;
    console.log(`It ends when it is told to, with exit code ${code}.`);
  }
}

function collect(child: ChildProcess) {
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128))),
  );
  return {
    text: () => text,
    ended,
    stop: () => void child.kill('SIGTERM'),
    until: (pattern: RegExp, deadlineMs: number) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`expected ${pattern}, found:\n${text}`)), deadlineMs);
        const look = (): void => {
          if (!pattern.test(text)) return;
          clearTimeout(timer);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then((code) => {
          clearTimeout(timer);
          reject(new Error(`it ended with ${code} before ${pattern}:\n${text}`));
        });
      }),
  };
}
