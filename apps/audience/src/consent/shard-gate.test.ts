import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatConsentFile } from './consent-file.ts';
import { type ConsentQuestion, maxAuthorities } from './messages.ts';
import { serveShard } from './serve-shard.ts';
import { ShardGate } from './shard-gate.ts';
import { ScriptedInternet, usualTerms } from './testing/scripted-internet.ts';

const playlist = new URL('https://stream.example/live/index.m3u8');
const authority = { scheme: 'https', host: 'stream.example', port: 443 } as const;
const grant = { authority, addresses: ['203.0.113.5'], by: 'file', paths: ['/live/'] } as const;

function openGate() {
  const questions: ConsentQuestion[] = [];
  return { questions, gate: new ShardGate((question) => questions.push(question)) };
}

test('a shard asks once for all its viewers, and each hears once', () => {
  const { gate, questions } = openGate();
  let heard = 0;
  for (let viewer = 0; viewer < 1_000; viewer++) {
    assert.equal(gate.lookUp(playlist, false).kind, 'unknown');
    gate.ask(new URL(playlist), false, () => heard++);
  }
  assert.deepEqual(questions, [{ kind: 'consent-asked', authority, throughProxy: false }]);
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  assert.equal(heard, 1_000);
  assert.deepEqual(gate.lookUp(playlist, false), { kind: 'granted', grant });
});

test('direct and through a proxy are two questions', () => {
  const { gate, questions } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  assert.equal(gate.lookUp(playlist, true).kind, 'unknown');
  gate.ask(playlist, true, () => {});
  assert.equal(questions[0]?.throughProxy, true);
});

test('a grant is for its paths, its scheme, its host and its port', () => {
  const { gate } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  const kinds: readonly (readonly [url: string, kind: string])[] = [
    ['https://stream.example/live/a.ts', 'granted'],
    ['https://STREAM.example.:443/live/a.ts?x=/vod/', 'granted'],
    ['https://stream.example/vod/a.ts', 'refused'],
    ['https://stream.example/live/..%2fvod/a.ts', 'refused'],
    ['https://stream.example/live/../vod/a.ts', 'refused'],
    ['https://x@stream.example/live/a.ts', 'refused'],
    ['ftp://stream.example/live/a.ts', 'refused'],
    ['http://stream.example/live/a.ts', 'unknown'],
    ['https://stream.example:8443/live/a.ts', 'unknown'],
    ['https://live.stream.example/live/a.ts', 'unknown'],
  ];
  for (const [url, kind] of kinds) assert.equal(gate.lookUp(new URL(url), false).kind, kind, url);
});

test('an address that is changed after it was read is read again', () => {
  const { gate } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  const url = new URL(playlist);
  assert.equal(gate.lookUp(url, false).kind, 'granted');
  url.pathname = '/vod/a.ts';
  assert.equal(gate.lookUp(url, false).kind, 'refused');
  url.host = 'victim.example';
  assert.equal(gate.lookUp(url, false).kind, 'unknown');
});

test('an answer is remembered: the same address costs no new object', () => {
  const { gate } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  assert.equal(gate.lookUp(playlist, false), gate.lookUp(playlist, false));
});

test('a grant that holds for more addresses by now is the one that counts', () => {
  const { gate } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  gate.lookUp(playlist, false);
  const wider = { ...grant, addresses: ['203.0.113.5', '203.0.113.6'] };
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant: wider });
  assert.deepEqual(gate.lookUp(playlist, false), { kind: 'granted', grant: wider });
});

test('what is withdrawn is refused from the next request on', () => {
  const { gate } = openGate();
  gate.hear({ kind: 'consent-granted', authority, throughProxy: false, grant });
  assert.equal(gate.lookUp(playlist, false).kind, 'granted');
  gate.hear({ kind: 'consent-refused', authority, throughProxy: false, sentence: 'No longer.' });
  assert.deepEqual(gate.lookUp(playlist, false), { kind: 'refused', sentence: 'No longer.' });
});

test('a playlist of a thousand hosts fills no memory and asks no thousand questions', () => {
  const { gate, questions } = openGate();
  let heard = 0;
  for (let i = 0; i < 1_000; i++) gate.ask(new URL(`http://h${i}.example/`), false, () => heard++);
  assert.equal(questions.length, 2 * maxAuthorities);
  assert.equal(heard, 1_000 - questions.length);
  assert.equal(gate.lookUp(new URL('http://h999.example/'), false).kind, 'refused');
});

test('shard and coordinator together: asked, granted, withdrawn', async () => {
  const internet = new ScriptedInternet();
  internet.names.set('stream.example', ['203.0.113.5']);
  internet.serveFile('203.0.113.5', formatConsentFile(usualTerms));
  const office = internet.openOffice();
  // As through IPC: nothing but JSON crosses.
  const gate: ShardGate = new ShardGate((question) => served.hear(JSON.parse(JSON.stringify(question))));
  using served = serveShard(office, (answer) => gate.hear(JSON.parse(JSON.stringify(answer))));
  await new Promise<void>((resolve) => gate.ask(playlist, false, resolve));
  assert.equal(gate.lookUp(playlist, false).kind, 'granted');
  const victim = new URL('https://victim.example/live/a.ts');
  await new Promise<void>((resolve) => gate.ask(victim, false, resolve));
  assert.equal(gate.lookUp(victim, false).kind, 'refused');
  internet.machines.delete('203.0.113.5');
  await internet.clock.advance(120_000);
  assert.equal(gate.lookUp(playlist, false).kind, 'refused');
  office.close();
});
