#!/usr/bin/env node
// The `dropwise` command. Plain JavaScript that an old Node can read: it only finds a Node that can run the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const leastMajor = 24;

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
  // A second start then costs neither the time nor the memory of taking the types out again.
  module.enableCompileCache?.();
  silenceExperimentalWarnings();
  const { runAsProcess } = await import('../src/main.ts');
  return runAsProcess(args);
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
