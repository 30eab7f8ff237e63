import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatConsentFile, formatConsentRecord } from './consent-file.ts';
import type { ConsentNews, ConsentOffice } from './consent-office.ts';
import { ScriptedInternet, startMs, usualTerms } from './testing/scripted-internet.ts';

const stream = 'https://stream.example/live/index.m3u8';
const address = '203.0.113.5';

interface Given {
  readonly internet: ScriptedInternet;
  readonly office: ConsentOffice;
  readonly news: ConsentNews[];
  readonly withdrawals: () => readonly string[];
}

/** A run that was consented to just now. */
async function begin(prepare: (internet: ScriptedInternet) => void = (net) => net.serveFile(address)): Promise<Given> {
  const internet = new ScriptedInternet();
  internet.names.set('stream.example', [address]);
  prepare(internet);
  const office = internet.openOffice();
  const news: ConsentNews[] = [];
  office.subscribe((each) => news.push(each));
  assert.ok((await office.check(stream, false)).ok);
  const withdrawals = () => news.flatMap((each) => (each.kind === 'withdrawn' ? [each.sentence] : []));
  return { internet, office, news, withdrawals };
}

test('an operator is asked again every minute, and nothing changes while he consents', async () => {
  const { internet, office, news } = await begin();
  await internet.clock.advance(10 * 60_000);
  assert.equal(internet.sent.length, 11);
  assert.equal(office.records()[0]?.checks, 11);
  assert.equal(office.records()[0]?.lastCheckedAt, '2026-11-28T12:10:00.000Z');
  assert.deepEqual(news, []);
  office.close();
});

test('deleting the file ends the run at the second miss', async () => {
  const { internet, office, news, withdrawals } = await begin();
  internet.machines.set(address, () => ({ status: 404 }));
  await internet.clock.advance(119_999);
  assert.deepEqual(withdrawals(), []);
  assert.ok((await office.check(stream, false)).ok);
  await internet.clock.advance(1);
  assert.equal(withdrawals().length, 1);
  assert.match(withdrawals()[0] ?? '', /consents no longer\. It was not there 2 times in a row\. .*status 404/);
  const refusals = news.flatMap((each) => (each.kind === 'answer' ? [each.answer] : []));
  assert.deepEqual(
    refusals.map(({ kind, throughProxy }) => [kind, throughProxy]),
    [
      ['consent-refused', false],
      ['consent-refused', true],
    ],
  );
  assert.ok(!(await office.check(stream, false)).ok);
  assert.ok(!(await office.check(stream, true)).ok);
});

test('after a withdrawal nobody is asked any more, and the file coming back changes nothing', async () => {
  const { internet, office, withdrawals } = await begin();
  internet.machines.delete(address);
  await internet.clock.advance(120_000);
  const asked = internet.sent.length;
  internet.serveFile(address);
  await internet.clock.advance(600_000);
  assert.equal(internet.sent.length, asked);
  assert.equal(withdrawals().length, 1);
  assert.ok(!(await office.check(stream, false)).ok);
  assert.equal(internet.clock.pendingCount, 0);
});

test('one miss between two answers is forgiven', async () => {
  const { internet, office, withdrawals } = await begin();
  for (let round = 0; round < 5; round++) {
    internet.machines.set(address, () => 'ttfb_timeout');
    await internet.clock.advance(60_000);
    internet.serveFile(address);
    await internet.clock.advance(60_000);
  }
  assert.deepEqual(withdrawals(), []);
  office.close();
});

test('a changed file ends the run at once, even one that allows more', async () => {
  const { internet, withdrawals } = await begin();
  internet.serveFile(address, formatConsentFile({ ...usualTerms, maxViewers: 600 }));
  await internet.clock.advance(60_000);
  assert.match(withdrawals()[0] ?? '', /has changed since the run began/);
});

test('what was given until an instant ends at it, between two questions', async () => {
  const notAfterMs = startMs + 90_000;
  const { internet, office, withdrawals } = await begin((net) =>
    net.serveFile(address, formatConsentFile({ ...usualTerms, notAfterMs })),
  );
  await internet.clock.advance(89_999);
  assert.deepEqual(withdrawals(), []);
  await internet.clock.advance(1);
  assert.match(withdrawals()[0] ?? '', /held until 2026-11-28T12:01:30/);
  assert.ok(!(await office.check(stream, false)).ok);
});

test('a TXT record that goes or changes ends the run as a file does', async () => {
  const record = '_dropwise-audience.stream.example';
  const prepare = (net: ScriptedInternet): void => {
    net.machines.set(address, () => ({ status: 404 }));
    net.records.set(record, [formatConsentRecord(usualTerms)]);
  };
  const gone = await begin(prepare);
  gone.internet.records.delete(record);
  await gone.internet.clock.advance(120_000);
  assert.equal(gone.withdrawals().length, 1);
  const changed = await begin(prepare);
  changed.internet.records.set(record, [formatConsentRecord({ ...usualTerms, maxMbps: 1 })]);
  await changed.internet.clock.advance(60_000);
  assert.equal(changed.withdrawals().length, 1);
});

test('one of two addresses that stops consenting ends the run', async () => {
  const { internet, withdrawals } = await begin((net) => {
    net.names.set('stream.example', [address, '203.0.113.6']);
    net.serveFile(address);
    net.serveFile('203.0.113.6');
  });
  internet.machines.set('203.0.113.6', () => ({ status: 404 }));
  await internet.clock.advance(120_000);
  assert.equal(withdrawals().length, 1);
});

test('a name that is turned to another machine in mid-run loads nobody who did not consent', async () => {
  const { internet, office, news } = await begin();
  internet.names.set('stream.example', ['203.0.113.7']);
  internet.machines.set('203.0.113.7', () => ({ status: 404 }));
  await internet.clock.advance(180_000);
  const granted = await office.check(stream, false);
  assert.ok(granted.ok);
  assert.deepEqual(granted.value.addresses, [address]);
  assert.deepEqual(news, []);
  const elsewhere = internet.sent.filter((line) => line.startsWith('203.0.113.7'));
  assert.ok(elsewhere.every((line) => line.endsWith('/.well-known/dropwise-audience.txt')));
  office.close();
});

test('a name that is turned to this machine in mid-run does not make it fair game', async () => {
  const { internet, office } = await begin();
  internet.names.set('stream.example', ['127.0.0.1']);
  internet.machines.set('127.0.0.1', () => ({ status: 200, body: 'secret' }));
  await internet.clock.advance(60_000);
  const granted = await office.check(stream, false);
  assert.deepEqual(granted.ok && granted.value.addresses, [address]);
  office.close();
});

test('a further machine of the same operator joins when it says the same', async () => {
  const { internet, office, news } = await begin();
  internet.names.set('stream.example', [address, '203.0.113.6']);
  internet.serveFile('203.0.113.6');
  await internet.clock.advance(60_000);
  const granted = await office.check(stream, false);
  assert.deepEqual(granted.ok && granted.value.addresses, [address, '203.0.113.6']);
  assert.deepEqual(
    news.map((each) => each.kind === 'answer' && each.answer.kind),
    ['consent-granted', 'consent-granted'],
  );
  office.close();
});

test('a closed office asks nobody', async () => {
  const { internet, office } = await begin();
  office.close();
  await internet.clock.advance(600_000);
  assert.equal(internet.sent.length, 1);
});
