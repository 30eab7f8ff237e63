#!/usr/bin/env node
// The `dropwise` command. Plain JavaScript that an old Node can read: it only finds a Node that can run the rest.
import { spawn } from 'node:child_process';
import { constants as access, accessSync, existsSync, mkdirSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants, homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const leastMajor = 24;
/** By command. A miner's baseline code (Sparkplug) stays. */
const engineFlags = new Map([
  ['mine', ['--no-turbofan', '--no-maglev', '--semi-space-growth-factor=1', '--optimize-for-size']],
  ['start', ['--optimize-for-size']],
]);

/** @returns {Promise<number>} the exit code */
async function launch(args) {
  if (Number.parseInt(process.versions.node, 10) >= leastMajor) return runHere(args);
  const node = findNode();
  if (node !== null) return runWith(node, args);
  process.stderr.write(
    `Dropwise needs Node ${leastMajor} or newer, and this is ${process.version}. ` +
      `Its own Node is not there either: run "npm install" in the project's folder.\n`,
  );
  return 1;
}

async function runHere(args) {
  spareMemory(engineFlags.get(args[0]) ?? []);
  enableCompileCache();
  silenceExperimentalWarnings();
  const { runAsProcess } = await import('../src/main.ts');
  return runAsProcess(args);
}

/**
 * A miner computes for a second an hour and runs for months: what makes code fast is not worth its memory. Without the
 * optimizing compilers, and with a heap that stays small, it needs 25 MB less. A console answers people and
 * keeps the compilers; with a small heap it holds half as much. Done before anything is loaded: memory once touched is
 * hardly given back. Measured in docs/decisions/0011.
 */
function spareMemory(flags) {
  // Not imported: an import of a part of Node reads every export of it, also what is made on demand.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}

/**
 * A second start then costs neither the time nor the memory (28 MB) of taking the types out again. Not in the system's
 * folder for temporary files, Node's own choice: that is emptied now and then, and what others put there would be run.
 * Where neither folder can be written to there is no cache.
 */
function enableCompileCache() {
  const project = fileURLToPath(new URL('../../..', import.meta.url));
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folders = [join(project, 'node_modules', '.cache', 'dropwise'), join(caches, 'dropwise')];
  const folder = folders.find(isWritable);
  if (folder !== undefined) module.enableCompileCache?.(folder);
}

function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, access.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** node:sqlite still calls itself experimental; the person at the console can do nothing about it. */
function silenceExperimentalWarnings() {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning, ...rest) => {
    const kind = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type;
    if (kind !== 'ExperimentalWarning') emitWarning(warning, ...rest);
  };
}

/** The Node that npm installed beside the project. */
function findNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const name = process.platform === 'win32' ? 'node.exe' : 'node';
    const path = join(dirname(manifest), 'bin', name);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function runWith(node, args) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...args], {
    // The channel closes when this process ends, however it ends: the child then stops too.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DROPWISE_STOP_WITH_PARENT: '1' },
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1']) process.on(name, () => child.kill(name));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${node} could not be started: ${error.message}. Run "npm install" again.\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

process.exitCode = await launch(process.argv.slice(2));
