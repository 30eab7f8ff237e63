import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ResponseHead } from '../wire/transport.ts';
import { formatConsentFile, formatConsentRecord } from './consent-file.ts';
import type { ConsentTerms } from './consent-terms.ts';
import { maxAuthorities } from './messages.ts';
import {
  otherFingerprint,
  ourFingerprint,
  ScriptedInternet,
  startMs,
  usualTerms,
} from './testing/scripted-internet.ts';

const stream = 'https://stream.example/live/index.m3u8';
const address = '203.0.113.5';

/** One host that is there, and that serves what `serve` says. */
function internetWith(serve: (internet: ScriptedInternet) => void = (internet) => internet.serveFile(address)) {
  const internet = new ScriptedInternet();
  internet.names.set('stream.example', [address]);
  serve(internet);
  return internet;
}

function fileOf(changes: Partial<ConsentTerms>, head: Partial<ResponseHead> = {}) {
  return (internet: ScriptedInternet) =>
    internet.serveFile(address, formatConsentFile({ ...usualTerms, ...changes }), head);
}

test('an origin that consents is granted at the address that said so', async () => {
  const internet = internetWith();
  using office = closing(internet.openOffice());
  const granted = await office.check(stream, false);
  assert.deepEqual(granted, {
    ok: true,
    value: {
      authority: { scheme: 'https', host: 'stream.example', port: 443 },
      addresses: [address],
      by: 'file',
      paths: ['/live/'],
    },
  });
  assert.deepEqual(internet.sent, [`${address} stream.example /.well-known/dropwise-audience.txt`]);
});

test('it is asked once, however many want to know', async () => {
  const internet = internetWith();
  using office = closing(internet.openOffice());
  const answers = await Promise.all(Array.from({ length: 20 }, () => office.check(stream, false)));
  assert.ok(answers.every(({ ok }) => ok));
  assert.equal(internet.sent.length, 1);
  assert.equal(internet.lookups, 1);
});

const tricks: readonly (readonly [what: string, serve: (internet: ScriptedInternet) => void, words: RegExp])[] = [
  ['serves no file', (net) => net.machines.set(address, () => ({ status: 404 })), /found status 404/],
  ['is not there', () => {}, /connect_refused/],
  ['names another key', fileOf({ fingerprint: otherFingerprint }), /is for the key SHA256:B+; this one is SHA256:A+/],
  ['consented until before now', fileOf({ notAfterMs: startMs - 1_000 }), /held until 2026-11-28T11:59:59/],
  ['consented until this very instant', fileOf({ notAfterMs: startMs }), /held until/],
  ['allows fewer viewers', fileOf({ maxViewers: 24 }), /allows? 24 viewers; 25 are asked for/],
  ['covers other paths', fileOf({ paths: ['/vod/'] }), /covers \/vod\/, and not "\/live\/index.m3u8"/],
  [
    'redirects the question to where the file is',
    (net) => {
      net.machines.set(address, () => ({ status: 302, location: 'https://files.example/consent.txt' }));
      net.names.set('files.example', ['203.0.113.6']);
      net.serveFile('203.0.113.6');
    },
    /found status 302: redirects are not followed/,
  ],
  [
    'packs the file',
    (net) =>
      net.serveFile(address, gzipSync(formatConsentFile(usualTerms)).toString('latin1'), { contentEncoding: 'gzip' }),
    /in plain, found Content-Encoding "gzip"/,
  ],
  [
    'packs the file and does not say so',
    (net) => net.serveFile(address, gzipSync(formatConsentFile(usualTerms)).toString('latin1')),
    /line 1: "name: value" in plain ASCII/,
  ],
  ['calls the file a page', fileOf({}, { contentType: 'text/html' }), /Content-Type text\/plain, found "text\/html"/],
  ['does not say what the file is', fileOf({}, { contentType: null }), /text\/plain, found "none"/],
  ['answers with a part of it', fileOf({}, { status: 206 }), /found status 206/],
  [
    'serves it at a path where anybody may upload',
    (net) =>
      net.machines.set(address, (path) =>
        path.startsWith('/live/') ? { body: formatConsentFile(usualTerms) } : { status: 404 },
      ),
    /found status 404/,
  ],
  [
    'serves it only through a proxy',
    (net) =>
      net.machines.set(address, (_, { proxy }) =>
        proxy === null ? 'connect_refused' : { body: formatConsentFile(usualTerms) },
      ),
    /connect_refused/,
  ],
  ['sends more than a consent', (net) => net.serveFile(address, 'x'.repeat(4_097)), /at most 4096 bytes, found more/],
  ['announces more than a consent', fileOf({}, { contentLength: 5_000 }), /at most 4096 bytes, found 5000/],
  ['sends half of it', (net) => net.serveFile(address, formatConsentFile(usualTerms).slice(0, 60)), /:/],
  ['has a certificate for somebody else', (net) => net.machines.set(address, () => 'tls'), /tls/],
];

for (const [what, serve, words] of tricks) {
  test(`an origin that ${what} is refused, direct and through a proxy`, async () => {
    const internet = internetWith(serve);
    using office = closing(internet.openOffice({ proxies: [{ host: '203.0.113.9', port: 3128 }] }));
    for (const throughProxy of [false, true]) {
      const answer = await office.check(stream, throughProxy);
      assert.ok(!answer.ok);
      assert.match(answer.failure, words);
    }
    // Nothing but the one question was sent, and it went directly.
    assert.ok(internet.sent.every((line) => line === `${address} stream.example /.well-known/dropwise-audience.txt`));
    assert.ok(internet.sent.length <= 1);
  });
}

test('another host in a playlist, or at the end of a redirect, is asked for itself', async () => {
  const internet = internetWith();
  internet.names.set('victim.example', ['203.0.113.7']);
  internet.machines.set('203.0.113.7', () => ({ status: 404 }));
  internet.machines.set(address, (_, { authority }) =>
    authority.scheme === 'https' && authority.port === 443 ? { body: formatConsentFile(usualTerms) } : { status: 404 },
  );
  using office = closing(internet.openOffice());
  assert.ok((await office.check(stream, false)).ok);
  for (const other of [
    'https://victim.example/live/a.ts',
    'http://stream.example/live/a.ts',
    'https://stream.example:8443/live/a.ts',
    'https://stream.example.evil.example/live/a.ts',
  ]) {
    assert.ok(!(await office.check(other, false)).ok, other);
  }
});

test('a name and password in an address are refused before anything is looked up', async () => {
  const internet = internetWith();
  using office = closing(internet.openOffice());
  for (const given of ['https://stream.example@victim.example/live/', 'https://a:b@stream.example/live/']) {
    const answer = await office.check(given, false);
    assert.ok(!answer.ok);
    assert.doesNotMatch(answer.failure, /a:b/);
  }
  assert.equal(internet.lookups, 0);
});

for (const given of [
  'http://127.0.0.1:8080/live/',
  'http://127.8.9.1/',
  'http://[::1]:8080/',
  'http://[::ffff:127.0.0.1]/',
  'http://0x7f000001/',
  'http://0177.1/',
  'http://2130706433/',
  'http://localhost/',
]) {
  test(`${given} is this machine, which needs no consent, but does through a proxy`, async () => {
    const internet = new ScriptedInternet();
    internet.names.set('localhost', ['::1', '127.0.0.1']);
    using office = closing(internet.openOffice({ fingerprint: null, proxies: [{ host: '127.0.0.1', port: 3128 }] }));
    const direct = await office.check(given, false);
    assert.ok(direct.ok && direct.value.by === 'loopback');
    const proxied = await office.check(given, true);
    assert.ok(!proxied.ok);
    assert.match(proxied.failure, /dropwise audience keygen/);
    assert.equal(internet.sent.length, 0);
  });
}

test('names that look like this machine are what they resolve to', async () => {
  const internet = new ScriptedInternet();
  for (const name of ['localhost.evil', '127.0.0.1.evil', 'localhost']) internet.names.set(name, ['203.0.113.7']);
  internet.names.set('[::1].evil', ['203.0.113.7']);
  using office = closing(internet.openOffice());
  for (const given of ['http://localhost.evil/', 'http://127.0.0.1.evil/', 'http://localhost/']) {
    assert.ok(!(await office.check(given, false)).ok, given);
  }
});

for (const given of ['http://0.0.0.0/', 'http://0/', 'http://[::]/', 'http://255.255.255.255/', 'http://224.0.0.1/']) {
  test(`${given} is nobody’s, and nothing is sent there`, async () => {
    const internet = new ScriptedInternet();
    using office = closing(internet.openOffice());
    const answer = await office.check(given, false);
    assert.ok(!answer.ok);
    assert.match(answer.failure, /nobody’s/);
    assert.equal(internet.sent.length, 0);
  });
}

for (const given of ['http://10.0.0.5/live/', 'http://192.168.1.5/live/', 'http://[::ffff:10.0.0.5]/live/']) {
  test(`${given} is somebody’s, in however small a network`, async () => {
    using office = closing(new ScriptedInternet().openOffice());
    assert.ok(!(await office.check(given, false)).ok);
  });
}

test('a name that is this machine and another at once is not this machine', async () => {
  const internet = new ScriptedInternet();
  internet.names.set('both.example', ['127.0.0.1', '203.0.113.7']);
  internet.machines.set('203.0.113.7', () => ({ status: 404 }));
  using office = closing(internet.openOffice());
  assert.ok(!(await office.check('http://both.example/live/', false)).ok);
});

test('of a name’s addresses only those that consent are loaded', async () => {
  const internet = internetWith();
  internet.names.set('stream.example', ['203.0.113.7', address, '203.0.113.8']);
  internet.machines.set('203.0.113.7', () => ({ status: 404 }));
  internet.serveFile('203.0.113.8', formatConsentFile({ ...usualTerms, maxViewers: 400 }));
  using office = closing(internet.openOffice());
  const granted = await office.check(stream, false);
  assert.ok(granted.ok);
  assert.deepEqual(granted.value.addresses, [address]);
});

test('a name with a hundred addresses asks eight', async () => {
  const internet = internetWith();
  const many = Array.from({ length: 100 }, (_, index) => `203.0.113.${index + 1}`);
  internet.names.set('stream.example', many);
  for (const each of many) internet.serveFile(each);
  using office = closing(internet.openOffice());
  const granted = await office.check(stream, false);
  assert.ok(granted.ok);
  assert.equal(granted.value.addresses.length, 8);
  assert.equal(internet.sent.length, 8);
});

test('a playlist of a thousand hosts makes no flood of questions', async () => {
  const internet = new ScriptedInternet();
  for (let i = 0; i < 1_000; i++) internet.names.set(`h${i}.example`, [`203.0.113.${i % 200}`]);
  using office = closing(internet.openOffice());
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, index) => office.check(`http://h${index}.example/`, false)),
  );
  assert.equal(internet.sent.length, maxAuthorities);
  const last = answers.at(-1);
  assert.ok(last?.ok === false);
  assert.match(last.failure, /at most 32 hosts/i);
});

const record = '_dropwise-audience.stream.example';

test('a TXT record does where the root cannot serve files, over https', async () => {
  const internet = internetWith((net) => net.machines.set(address, () => ({ status: 404 })));
  internet.records.set(record, ['v=spf1 -all', formatConsentRecord(usualTerms)]);
  using office = closing(internet.openOffice());
  const granted = await office.check(stream, false);
  assert.ok(granted.ok && granted.value.by === 'dns');
});

test('a TXT record does not do over http, where the name may point at anybody', async () => {
  const internet = internetWith((net) => net.machines.set(address, () => ({ status: 404 })));
  internet.records.set(record, [formatConsentRecord(usualTerms)]);
  using office = closing(internet.openOffice());
  assert.ok(!(await office.check('http://stream.example/live/', false)).ok);
});

test('a TXT record does not do for a machine that has no certificate for the name', async () => {
  const internet = internetWith((net) => net.machines.set(address, () => 'tls'));
  internet.records.set(record, [formatConsentRecord(usualTerms)]);
  using office = closing(internet.openOffice());
  assert.ok(!(await office.check(stream, false)).ok);
});

test('a TXT record does not overrule a file', async () => {
  const internet = internetWith(fileOf({ fingerprint: otherFingerprint }));
  internet.records.set(record, [formatConsentRecord(usualTerms)]);
  using office = closing(internet.openOffice());
  assert.ok(!(await office.check(stream, false)).ok);
});

for (const [what, texts, words] of [
  ['two consents', [formatConsentRecord(usualTerms), formatConsentRecord(usualTerms)], /one consent is expected/],
  ['half a consent', ['dropwise-audience: 1; key: x'], /"max-viewers" is missing/],
  ['another key', [formatConsentRecord({ ...usualTerms, fingerprint: otherFingerprint })], /is for the key/],
  ['none of ours', ['v=spf1 -all'], /not there either/],
] as const) {
  test(`a TXT record with ${what} is refused`, async () => {
    const internet = internetWith((net) => net.machines.set(address, () => ({ status: 404 })));
    internet.records.set(record, texts);
    using office = closing(internet.openOffice());
    const answer = await office.check(stream, false);
    assert.ok(!answer.ok);
    assert.match(answer.failure, words);
  });
}

test('what is another machine at the far end of a proxy is not loaded through it', async () => {
  const internet = new ScriptedInternet();
  internet.serveFile('10.0.0.5');
  internet.serveFile('127.0.0.1');
  for (const [host, given, allowed] of [
    ['203.0.113.9', 'http://10.0.0.5/live/', false],
    ['203.0.113.9', 'http://127.0.0.1/live/', false],
    ['10.0.0.9', 'http://10.0.0.5/live/', true],
    ['127.0.0.1', 'http://127.0.0.1/live/', true],
  ] as const) {
    using office = closing(internet.openOffice({ proxies: [{ host, port: 3128 }] }));
    const answer = await office.check(given, true);
    assert.equal(answer.ok, allowed, `${given} through ${host}`);
    if (!answer.ok) assert.match(answer.failure, /another machine seen from 203\.0\.113\.9:3128/);
    else assert.equal(answer.value.by, 'file');
  }
});

test('more than an origin allows is refused with the arithmetic', async () => {
  const internet = internetWith(fileOf({ maxMbps: 100 }));
  using office = closing(internet.openOffice());
  await office.check(stream, false);
  assert.deepEqual(office.checkLoad(20, 5_000_000), { ok: true, value: undefined });
  const answer = office.checkLoad(25, 5_000_000);
  assert.ok(!answer.ok);
  assert.match(answer.failure, /allows 100 Mbit\/s; 25 viewers × 5 Mbit\/s = 125 Mbit\/s\. At most 20 of them fit/);
  const count = office.checkLoad(501, 1);
  assert.ok(!count.ok);
  assert.match(count.failure, /allows 500 viewers; 501 are asked for/);
});

test('of what the operator and the configuration allow the smaller counts', async () => {
  const internet = internetWith(fileOf({ maxMbps: 100, maxViewers: 30 }));
  using own = closing(internet.openOffice({ limits: { maxViewers: 26, maxMbps: 50 } }));
  await own.check(stream, false);
  assert.equal(own.maxMbps, 50);
  assert.ok(!own.checkLoad(27, 1).ok);
  assert.ok(!own.checkLoad(11, 5_000_000).ok);
  using wide = closing(internet.openOffice({ limits: { maxViewers: 1_000, maxMbps: 1_000 } }));
  await wide.check(stream, false);
  assert.equal(wide.maxMbps, 100);
  assert.ok(!wide.checkLoad(31, 1).ok);
});

test('the report keeps who said what, when and where', async () => {
  const internet = internetWith();
  internet.names.set('localhost', ['127.0.0.1']);
  using office = closing(internet.openOffice());
  await office.check(stream, false);
  await office.check('http://localhost:8080/', false);
  await office.check('http://nobody.example/', false);
  const [file, loopback, ...others] = office.records();
  assert.equal(others.length, 0);
  assert.equal(loopback?.by, 'loopback');
  assert.deepEqual(
    { ...file, sha256: file?.sha256?.length },
    {
      authority: 'https://stream.example:443',
      addresses: [address],
      by: 'file',
      fingerprint: ourFingerprint,
      sha256: 64,
      firstCheckedAt: '2026-11-28T12:00:00.000Z',
      lastCheckedAt: '2026-11-28T12:00:00.000Z',
      checks: 1,
      maxViewers: 500,
      maxMbps: 200,
      paths: ['/live/'],
      notAfter: '2026-12-31T00:00:00.000Z',
    },
  );
});

function closing<Office extends { close(): void }>(office: Office): Office & Disposable {
  return Object.assign(office, { [Symbol.dispose]: () => office.close() });
}
