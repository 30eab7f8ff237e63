import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { VirtualClock } from '@dropwise/kit';
import { createUpdateCheck, isNewer } from './create-update-check.ts';

async function listen(listener: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest`,
    asked: () => asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function open(settings: { check: boolean; url: string }) {
  const clock = new VirtualClock(0, () => new Promise((resolve) => setImmediate(resolve)));
  const facts: object[] = [];
  const check = createUpdateCheck({
    clock,
    version: '0.9.0',
    settings: () => settings,
    onFact: (fact) => facts.push(fact),
  });
  return { clock, facts, check };
}

const answerWith =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

test('nobody is asked for a month of days while the owner has not turned it on', async () => {
  await using server = await listen(answerWith('{"version":"9.9.9"}'));
  const { clock, check, facts } = open({ check: false, url: server.url });
  await clock.advance(30 * 24 * 60 * 60_000);
  await check.check();
  assert.equal(server.asked(), 0);
  assert.deepEqual([facts, check.notice], [[], { checkedAt: null, found: null, problem: null }]);
  await check[Symbol.asyncDispose]();
});

test('a newer version is told once, with its link', async () => {
  await using server = await listen(answerWith('{"tag_name":"v0.10.0","html_url":"https://example.test/v0.10.0"}'));
  const { check, facts } = open({ check: true, url: server.url });
  await check.check();
  await check.check();
  const found = { version: 'v0.10.0', link: 'https://example.test/v0.10.0' };
  assert.deepEqual(facts, [{ kind: 'updateFound', ...found }]);
  assert.deepEqual(check.notice.found, found);
  await check[Symbol.asyncDispose]();
});

test('the same or an older version is no news', async () => {
  await using server = await listen(answerWith('{"version":"0.9.0"}'));
  const { check, facts } = open({ check: true, url: server.url });
  await check.check();
  assert.deepEqual([facts, check.notice.found, check.notice.problem], [[], null, null]);
  await check[Symbol.asyncDispose]();
});

const problems: readonly (readonly [what: string, listener: RequestListener, message: RegExp])[] = [
  ['an error', answerWith('{}', 500), /should answer with 200, found 500/],
  ['no JSON', answerWith('<html>'), /could not be read/],
  ['no version', answerWith('{"name":"x"}'), /"version" or "tag_name"/],
  [
    'a redirect',
    (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    /could not be read/,
  ],
  [
    'an endless answer',
    (_request, response) => void response.end('x'.repeat(2 * 1024 * 1024)),
    /larger than a megabyte/,
  ],
];
for (const [what, listener, message] of problems) {
  test(`${what} is a problem that is said, and no failure`, async () => {
    await using server = await listen(listener);
    const { check, facts } = open({ check: true, url: server.url });
    await check.check();
    assert.match(check.notice.problem ?? '', message);
    assert.deepEqual(facts, []);
    await check[Symbol.asyncDispose]();
  });
}

test('a link that is no address of the web is not shown', async () => {
  await using server = await listen(answerWith('{"version":"1.0.0","url":"javascript:alert(1)"}'));
  const { check } = open({ check: true, url: server.url });
  await check.check();
  assert.equal(check.notice.found?.link, server.url);
  await check[Symbol.asyncDispose]();
});

test('versions are compared as numbers', () => {
  assert.ok(isNewer('0.10.0', '0.9.0'));
  assert.ok(isNewer('v1.0', '0.9.0'));
  assert.ok(!isNewer('0.9.0', '0.9.0'));
  assert.ok(!isNewer('0.9.0-rc.1', '0.9.0'));
  assert.ok(!isNewer('nonsense', '0.9.0'));
});
