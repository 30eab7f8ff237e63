import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { listenForCommands } from './listen-for-commands.ts';

test('commands are heard line by line; what is none is told and does nothing', async () => {
  const input = new PassThrough();
  const heard: unknown[] = [];
  const told: string[] = [];
  const listener = listenForCommands(
    input,
    (command) => heard.push(command),
    (sentence) => told.push(sentence),
  );
  input.end('{"kind":"viewers","viewers":5}\n\nnonsense\n{"kind":"viewers","viewers":-1}\n{"kind":"stop"}\n');
  await listener.ended;
  assert.deepEqual(heard, [{ kind: 'viewers', viewers: 5 }, { kind: 'stop' }]);
  assert.equal(told.length, 2);
  assert.match(told[0] ?? '', /^A line on stdin is no command: /);
});
