import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startLocalTwitch, startMiner, textOf } from './local-twitch.ts';
import { makeFolder, startProgram } from './processes.ts';
import { startProxyServer } from './proxy-server.ts';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../packages/twitch/src/testing/tls-fixture/${name}`, import.meta.url));

test('everything of a miner with a proxy goes through it, plain requests and sockets', async () => {
  await using folder = await makeFolder();
  await using proxy = await startProxyServer();
  await using twitch = await startLocalTwitch();
  const env = { DROPWISE_NETWORK_PROXY: `http://ann:hush@127.0.0.1:${proxy.port}` };
  await using miner = startMiner(twitch, folder.path, { env, args: ['--json', '-vvvv', '--until-claims', '1'] });
  assert.equal((await miner.end()).code, 0, miner.stderr);
  const { host } = new URL(twitch.url);
  assert.deepEqual([...new Set(proxy.passed)].sort(), [`CONNECT ${host}`, `GET ${host}`, `POST ${host}`]);
  const requests = Number(miner.lines.at(-1)?.requests);
  assert.ok(requests > 10);
  assert.equal(proxy.passed.filter((each) => !each.startsWith('CONNECT')).length, requests, 'none went around it');
  const logs = join(folder.path, 'logs');
  for (const name of await readdir(logs)) assert.doesNotMatch(await readFile(join(logs, name), 'utf8'), /hush/);
  assert.doesNotMatch(`${miner.stdout}${miner.stderr}`, /hush/);
});

test('what is encrypted is tunnelled', async () => {
  await using folder = await makeFolder();
  await using proxy = await startProxyServer();
  const tls = { cert: fixture('cert.pem'), key: fixture('key.pem') };
  await using twitch = await startLocalTwitch({ tls, autoApprove: true });
  const env = {
    DROPWISE_NETWORK_PROXY: `http://ann:hush@127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: tls.cert,
  };
  await using miner = startMiner(twitch, folder.path, { env, approve: false });
  await miner.line('minuteConfirmed');
  assert.deepEqual([...new Set(proxy.passed)], [`CONNECT ${new URL(twitch.url).host}`]);
});

test('a proxy that fails while the miner watches is the reason that is shown', async () => {
  await using folder = await makeFolder();
  await using proxy = await startProxyServer();
  await using twitch = await startLocalTwitch();
  const env = { DROPWISE_NETWORK_PROXY: `http://ann:hush@127.0.0.1:${proxy.port}` };
  await using miner = startMiner(twitch, folder.path, { env });
  await miner.line('channelChosen');
  proxy.closeGate();
  const reason = await miner.line('reasonRaised', ({ code }) => code === 'proxy-failing');
  assert.match(textOf(reason, 'todo'), /network\.proxy/);
});

test('a proxy that refuses the password is told as that, by the miner and by the doctor', async () => {
  await using folder = await makeFolder();
  await using proxy = await startProxyServer();
  await using twitch = await startLocalTwitch();
  const env = { DROPWISE_NETWORK_PROXY: `http://ann:wrong@127.0.0.1:${proxy.port}` };
  await using miner = startMiner(twitch, folder.path, { env });
  const reason = await miner.line('reasonRaised');
  assert.match(textOf(reason, 'sentence'), /the proxy \S+ did not let us through.*check its address and credentials/);
  await using doctor = startProgram(['doctor', '--data-dir', folder.path, '--endpoints', twitch.url], { env });
  assert.equal((await doctor.end()).code, 1);
  assert.match(doctor.stdout, /look {2}proxy: The proxy does not let us through/);
  assert.doesNotMatch(`${miner.stdout}${miner.stderr}${doctor.stdout}`, /wrong/);
  assert.equal(proxy.passed.length, 0);
  assert.ok(proxy.refusedCount > 0);
});
