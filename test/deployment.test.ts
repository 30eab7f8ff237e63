import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listContext } from '../scripts/image/lay-out-image.ts';
import { parseCopy, parseDockerfile, parseExecForm } from '../scripts/image/parse-dockerfile.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const stages = parseDockerfile(read('Dockerfile'));
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Folders of the workspaces that the command needs to run. */
function neededWorkspaces(): readonly string[] {
  const folders = ['apps', 'packages'].flatMap((parent) =>
    [
      'audience',
      'cli',
      'console',
      'miner',
      'sim',
      'web',
      'contract',
      'core',
      'hls',
      'kit',
      'load',
      'notify',
      'runtime',
      'store',
      'twitch',
      'twitch-sim',
    ]
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json'))),
  );
  const byName = new Map(folders.map((folder) => [manifestOf(folder).name, folder]));
  const needed = new Set<string>();
  const visit = (folder: string): void => {
    if (needed.has(folder)) return;
    needed.add(folder);
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      const dependency = byName.get(name);
      if (dependency !== undefined) visit(dependency);
      else assert.ok(!name.startsWith('@dropwise/'), `${name} of ${folder} is not in this test’s list`);
    }
  };
  visit('apps/cli');
  return [...needed].sort();
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(read(`${folder}/package.json`)) as Manifest;
}

test('every source of a COPY is in the project and not left out of the image', () => {
  const context = listContext(root);
  const copies = stages.flatMap(({ instructions }) =>
    instructions.filter(({ name }) => name === 'COPY').map(parseCopy),
  );
  assert.ok(copies.length > 10);
  for (const { from, sources } of copies) {
    if (from !== null) {
      assert.ok(
        stages.some(({ name }) => name === from),
        `there is no stage ${from}`,
      );
      continue;
    }
    for (const source of sources) {
      assert.ok(
        context.some((path) => path === source || path.startsWith(`${source}/`)),
        source,
      );
    }
  }
});

test('the manifests of all workspaces that are needed are there before the install', () => {
  const copied = stages[0]?.instructions
    .filter(({ name }) => name === 'COPY')
    .flatMap((each) => parseCopy(each).sources);
  for (const folder of neededWorkspaces()) assert.ok(copied?.includes(`${folder}/package.json`), folder);
});

test('tests, benchmarks and the repository itself stay out of the image', () => {
  const context = listContext(root);
  assert.deepEqual(
    context.filter((path) => /\.test\.ts$|^bench\/|^test\/|^\.git\/|\/testing\//.test(path)),
    [],
  );
  assert.ok(context.includes('apps/cli/bin/dropwise.js'));
});

test('the container runs as somebody who is not root, keeps its data in a volume, and asks for its own health', () => {
  const last = stages.at(-1)?.instructions ?? [];
  const find = (name: string) => last.find((instruction) => instruction.name === name);
  assert.equal(find('USER')?.text, 'node');
  assert.equal(find('VOLUME')?.text, '/data');
  const [command, health] = [find('CMD'), find('HEALTHCHECK')];
  assert.ok(command && health);
  assert.deepEqual(parseExecForm(command), ['node', 'apps/cli/bin/dropwise.js', 'start']);
  assert.deepEqual(parseExecForm(health), ['node', 'apps/cli/bin/dropwise.js', 'health']);
});

test('the compose file names a volume, a port of this machine, a restart, a time zone, and demands a password', () => {
  const compose = read('docker-compose.yml');
  for (const line of [
    /restart: unless-stopped/,
    /- \.\/data:\/data/,
    /"127\.0\.0\.1:8080:8080"/,
    /TZ: /,
    /DROPWISE_PASSWORD: \$\{DROPWISE_PASSWORD:\?/,
    /read_only: true/,
    /no-new-privileges:true/,
  ])
    assert.match(compose, line);
});

test('an instruction that this check does not know, or a COPY that cannot be read, is refused', () => {
  assert.throws(() => parseDockerfile('RUN x\n'), /stands before any FROM/);
  assert.throws(() => parseDockerfile('FROM\n'), /expected an instruction/);
  const copy = parseDockerfile('FROM a\nCOPY --chown=x a b\n')[0]?.instructions[0];
  assert.throws(() => copy && parseCopy(copy), /COPY must be/);
  const [, second] = parseDockerfile('FROM a AS one\nRUN a \\\n  b\n# c\n\nFROM d\nCMD ["e"]\n');
  assert.deepEqual(second?.instructions, [{ name: 'CMD', text: '["e"]', line: 7 }]);
});

const systemd = has('systemd-analyze');
test(systemd
  ? 'systemd finds nothing wrong with the unit'
  : 'systemd finds nothing wrong with the unit (skipped: no systemd-analyze here)', { skip: !systemd }, () => {
  const unit = join(root, 'deploy/systemd/dropwise.service');
  const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
  // The program is where the unit says only once it is installed.
  const complaints = stderr.split('\n').filter((line) => line.includes('dropwise') && !/is not executable/.test(line));
  assert.deepEqual(complaints, []);
});
