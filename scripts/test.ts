// `npm test [-- FILES]`: the whole suite, or the files that are named. Test files run beside each other, two at least: most of
// them wait for processes of their own, and on a machine with two cores Node alone would run one after the other.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const suite = ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'bench/src/**/*.test.ts', 'test/**/*.test.ts'];
/** Of one test: a whole day of a world takes two minutes on a slow machine. */
const testTimeoutMs = 300_000;
const concurrency = Math.max(2, availableParallelism() - 1);
const given = process.argv.slice(2);
const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${concurrency}`,
    `--test-timeout=${testTimeoutMs}`,
    ...(given.length > 0 ? given : suite),
  ],
  { cwd: dirname(dirname(fileURLToPath(import.meta.url))), stdio: 'inherit' },
);
// Whoever interrupts this one has interrupted the other as well; it says how that ended.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
