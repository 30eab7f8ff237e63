import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSim } from './main.ts';

/** A run whose output is kept; `firstLine` comes when it does. */
function start(args: string[]) {
  const controller = new AbortController();
  const out: string[] = [];
  const err: string[] = [];
  const { promise: firstLine, resolve } = Promise.withResolvers<string>();
  const stdout = {
    write: (text: string) => {
      out.push(text);
      resolve(text);
    },
  };
  const exit = runSim(args, { stdout, stderr: { write: (text: string) => err.push(text) }, signal: controller.signal });
  return { controller, out, err, firstLine, exit };
}

test('it says in one line where it is, serves, and ends with the signal', async () => {
  const run = start(['--scenario', 'sample', '--manual-clock', '--auto-approve', '--seed', '3']);
  const line = await run.firstLine;
  assert.ok(line.endsWith('\n'));
  const { url, ...ready } = JSON.parse(line);
  assert.deepEqual(ready, {
    kind: 'ready',
    scenario: 'sample',
    seed: 3,
    speed: 0,
    now: Date.parse('2026-01-05T12:00:00Z'),
  });
  const advanced = await fetch(`${url}/_sim/advance`, { method: 'POST', body: '{"minutes":2}' });
  assert.deepEqual(await advanced.json(), { now: ready.now + 120_000 });
  const post = async (path: string, body: string) =>
    (await fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(body) })).json() as Promise<
      Record<string, string>
    >;
  const clientId = 'ue6666qo983tsx6so1t0vnawi233wa';
  const { device_code } = await post('/oauth2/device', `client_id=${clientId}`);
  const poll = () =>
    post(
      '/oauth2/token',
      `client_id=${clientId}&device_code=${device_code}&grant_type=urn:ietf:params:oauth:grant-type:device_code`,
    );
  assert.equal((await poll()).message, 'authorization_pending');
  assert.match((await poll()).access_token ?? '', /^\w{30}$/);
  run.controller.abort();
  assert.equal(await run.exit, 0);
  assert.equal(run.out.length, 1);
  await assert.rejects(fetch(`${url}/`));
});

test('bad arguments are exit code 2 and one sentence', async () => {
  const run = start(['--scenario', 'morning']);
  assert.equal(await run.exit, 2);
  assert.match(run.err.join(''), /^dropwise sim: expected --scenario to be one of .*\n$/);
  assert.deepEqual(run.out, []);
});

test('help is exit code 0', async () => {
  const run = start(['--help']);
  assert.equal(await run.exit, 0);
  assert.match(run.out.join(''), /^Usage: dropwise sim/);
});

test('a port that is taken, and a certificate that is not there, are exit code 1 with what to do', async () => {
  const first = start(['--scenario', 'sample']);
  const { port } = new URL(JSON.parse(await first.firstLine).url);
  const second = start(['--scenario', 'sample', '--port', port]);
  assert.equal(await second.exit, 1);
  assert.match(second.err.join(''), /expected port \d+ of 127\.0\.0\.1 to be free/);
  const third = start(['--tls-cert', 'nowhere.pem', '--tls-key', 'nowhere.pem']);
  assert.equal(await third.exit, 1);
  assert.match(third.err.join(''), /--tls-cert/);
  first.controller.abort();
  assert.equal(await first.exit, 0);
});
