import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runCompare } from './compare.ts';
import { makeReport } from './report/testing/make-report.ts';
import { openCommandStage } from './testing/command-stage.ts';

async function openFolder(t: TestContext) {
  const { folder, io, printed } = await openCommandStage(t);
  const kept = join(folder, '.dropwise', 'audience', 'runs', '20261128-183000-1f3a9c');
  await mkdir(kept, { recursive: true });
  await writeFile(join(kept, 'report.json'), JSON.stringify(makeReport()));
  await writeFile(join(folder, 'other.json'), JSON.stringify(makeReport({ stalledMs: 410_000 })));
  const run = (before: string, after: string) => runCompare({ before, after, dataDir: undefined }, io);
  return { printed, run };
}

test('two runs are compared, by the name of one that is kept and by the file of another', async (t) => {
  const { printed, run } = await openFolder(t);
  assert.equal(await run('20261128-183000-1f3a9c', 'other.json'), 0);
  assert.match(printed.out, /^ {2}Time stalled, of all watched +0\.0 % .* WORSE$/m);
  assert.equal(printed.err, '');
});

test('what is no report is named, and nothing is compared', async (t) => {
  const { printed, run } = await openFolder(t);
  assert.equal(await run('20991231-000000-000000', '.dropwise'), 2);
  assert.equal(printed.err.match(/Not compared\. .* cannot be read/g)?.length, 2);
  assert.equal(printed.out, '');
});
