import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { startConsole } from './console.ts';
import { makeFolder } from './processes.ts';

const noTwitch = ['--endpoints', 'http://127.0.0.1:9'];

test('a start with broken files says of each what is lost and where its copy is, and the console is there', async () => {
  await using folder = await makeFolder();
  await mkdir(join(folder.path, 'config'));
  for (const name of ['access', 'children', 'notifications', 'settings']) {
    await writeFile(join(folder.path, 'config', `${name}.json`), '{ "broken": ');
  }
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  assert.equal((await console.call('GET', 'healthz')).status, 200);
  for (const name of ['access', 'children', 'notifications', 'settings']) {
    assert.match(console.program.stderr, new RegExp(`${name}\\.json.*${name}\\.json\\.broken-`, 's'), name);
  }
});

test('the terminal is told of a child that dies, by its name, and when it is started again', async () => {
  await using folder = await makeFolder();
  await mkdir(join(folder.path, 'config'));
  const children = [{ id: 'brief', name: 'Brief one', adapter: 'command', command: [process.execPath, '-e', ''] }];
  await writeFile(join(folder.path, 'config', 'children.json'), JSON.stringify(children));
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  await console.program.line('childRestartPlanned');
  console.program.send('SIGTERM');
  await console.program.end();
  assert.match(console.program.stderr, /Brief one: .* It is started again in /);
});

test('an update check that is turned on looks at once, and not before', async () => {
  await using folder = await makeFolder();
  await using stack = new AsyncDisposableStack();
  let askedCount = 0;
  const server = createServer((_request, answer) => {
    askedCount += 1;
    answer.setHeader('content-type', 'application/json').end('{"tag_name":"v999.0.0"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stack.defer(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  await using console = await startConsole(null, folder.path, { args: noTwitch });
  const url = `http://127.0.0.1:${address.port}/latest`;
  await console.call('POST', 'api/settings', { 'updates.url': url });
  assert.equal(askedCount, 0);
  await console.call('POST', 'api/settings', { 'updates.check': true });
  const fact = await console.program.line('updateFound');
  assert.equal(fact.version, 'v999.0.0');
  assert.equal(askedCount, 1);
});
