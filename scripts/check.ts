// `npm run check`: everything that can be known without running the product. One line a check; the last line sums up.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Check {
  readonly name: string;
  /** Program and arguments, run in the root. */
  readonly command: readonly [program: string, ...args: string[]];
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The dashboard's own tools come second: TypeScript is the root's, `.svelte` files need one that is older. */
const binFolders = [root, join(root, 'apps', 'web')].map((folder) => join(folder, 'node_modules', '.bin'));
const atOnce = 2;

function listChecks(): Check[] {
  return [
    ...listWorkspaces().map((folder): Check => ({ name: `types of ${folder}`, command: ['tsc', '-p', folder] })),
    {
      name: 'types of what the dashboard renders',
      command: ['svelte-check', '--workspace', 'apps/web', '--tsconfig', './tsconfig.json', '--fail-on-warnings'],
    },
    { name: 'types of everything, tests included', command: ['tsc', '-p', 'tsconfig.json'] },
    { name: 'the container, as far as it can be tried here', command: [process.execPath, 'scripts/check-image.ts'] },
    { name: 'format and lint', command: ['biome', 'ci', '--colors=off', '.'] },
    {
      name: 'architecture',
      command: [
        process.execPath,
        '--test',
        '--test-reporter=dot',
        'test/architecture.test.ts',
        'test/architecture/**/*.test.ts',
      ],
    },
  ];
}

/** Every folder with a tsconfig and something to check in it. */
function listWorkspaces(): string[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return [...folders, 'bench'].filter((folder) => {
    const source = join(root, folder, 'src');
    if (!existsSync(join(root, folder, 'tsconfig.json')) || !existsSync(source)) return false;
    return readdirSync(source, { recursive: true }).some((name) => String(name).endsWith('.ts'));
  });
}

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

function run([program, ...args]: Check['command']): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: [...binFolders, process.env.PATH ?? ''].join(delimiter) },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ passed: false, output: error.message }));
    child.once('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

async function runAndReport(check: Check): Promise<boolean> {
  const startedAtMs = performance.now();
  const { passed, output } = await run(check.command);
  const seconds = ((performance.now() - startedAtMs) / 1_000).toFixed(1);
  console.log(`${passed ? 'ok    ' : 'failed'}  ${check.name}  ${seconds} s`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, '        '));
  return passed;
}

async function runAll(checks: readonly Check[]): Promise<boolean[]> {
  const waiting = [...checks];
  const results: boolean[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      results.push(await runAndReport(check));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

const results = await runAll(listChecks());
const failedCount = results.filter((passed) => !passed).length;
console.log(`${results.length - failedCount} passed, ${failedCount} failed`);
process.exitCode = failedCount === 0 ? 0 : 1;
