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

test('a command that does not fit is told with its number, for who waits for the answer', async () => {
  const input = new PassThrough();
  const told: (readonly [string, number | undefined])[] = [];
  const listener = listenForCommands(
    input,
    () => assert.fail('no command'),
    (sentence, id) => told.push([sentence, id]),
  );
  input.end('{"kind":"viewers","viewers":-1,"id":7}\n{"kind":"dance","id":8}\n[]');
  await listener.ended;
  assert.match(told[0]?.[0] ?? '', /^A line on stdin is no command: viewers: .*-1\.$/);
  assert.deepEqual(
    told.map(([, id]) => id),
    [7, 8, undefined],
  );
});

test('a line without an end is not kept, and what comes after it is heard', async () => {
  const input = new PassThrough();
  const heard: unknown[] = [];
  const told: string[] = [];
  const listener = listenForCommands(
    input,
    (command) => heard.push(command),
    (sentence) => told.push(sentence),
  );
  for (let i = 0; i < 30; i++) input.write('x'.repeat(100_000));
  input.end('\n{"kind":"stop"}\n');
  await listener.ended;
  assert.deepEqual(heard, [{ kind: 'stop' }]);
  assert.deepEqual(told, ['A line on stdin must be of at most 1000000 characters.']);
});

test('a command in pieces is one', async () => {
  const input = new PassThrough();
  const heard: unknown[] = [];
  const listener = listenForCommands(
    input,
    (command) => heard.push(command),
    () => {},
  );
  for (const byte of Buffer.from('{"kind":"thresholds","expressions":["x@é>1"]}\r\n')) input.write(Buffer.of(byte));
  input.end();
  await listener.ended;
  assert.deepEqual(heard, [{ kind: 'thresholds', expressions: ['x@é>1'] }]);
});
