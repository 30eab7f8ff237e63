import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startChild } from './demo/child.ts';
import { parseFact } from './demo/fact.ts';

const limit = { timeout: 60_000 };

test(
  'the command that people call runs a command, hears a stop while it runs, and ends with its code',
  limit,
  async () => {
    const child = startChild(['sim', '--port', '0']);
    child.onLine((line) => {
      if (parseFact(line)?.kind === 'ready') child.send('SIGTERM');
    });
    assert.equal(await child.ended, 0);
  },
);

test('the command that people call refuses what it does not know, with 2', limit, async () => {
  const lines: string[] = [];
  const child = startChild(['mine', '--no-such-flag']);
  child.onLine((line, stream) => lines.push(`${stream}: ${line}`));
  assert.equal(await child.ended, 2);
  assert.deepEqual(lines, ['stderr: There is no flag --no-such-flag. See "dropwise help mine".']);
});
