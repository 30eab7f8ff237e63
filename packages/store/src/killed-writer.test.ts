import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createRandom, randomInt } from '@dropwise/kit';
import { readUnbrokenCount } from './testing/numbered-facts.ts';
import { openTempFolder, openTestStore } from './testing/temp-store.ts';

const program = fileURLToPath(new URL('testing/writing-process.ts', import.meta.url));
const rounds = 12;

/** Kills a writer after it has said `lineCount` times how many facts are kept; gives back the last number that it said. */
async function killWriter(path: string, lineCount: number): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = 0;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    said = Number(line);
    lines += 1;
    // It goes on to write while the signal is on its way: what is read after it counts, too.
    if (lines === lineCount) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  assert.deepEqual([code, signal], [null, 'SIGKILL']);
  return said;
}

test('a writer that is killed at any moment leaves all that it said to be kept', async () => {
  await using folder = await openTempFolder();
  const random = createRandom(11);
  for (let round = 0; round < rounds; round++) {
    const said = await killWriter(folder.file, randomInt(random, 1, 150));
    using store = await openTestStore(folder.file);
    assert.equal(store.opening.setAside, null);
    const count = readUnbrokenCount(store);
    assert.ok(count >= said, `expected at least ${said} facts, found ${count}`);
  }
});
