import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childDefinition, type SettingsView } from '@dropwise/contract';
import * as v from 'valibot';
import { buildChild, buildView } from '../api/testing/build-views.ts';
import { type DiagnosticsSources, makeDiagnostics } from './make-diagnostics.ts';

const settings: SettingsView = {
  settings: [
    {
      key: 'network.proxy',
      group: 'network',
      value: 'http://ann:s3cret@127.0.0.1:1',
      default: '',
      origin: 'file',
      env: 'DROPWISE_NETWORK_PROXY',
      doc: '',
      expected: '',
      secret: true,
      restart: true,
    },
    {
      key: 'mining.mode',
      group: 'mining',
      value: 'random',
      default: 'plan',
      origin: 'file',
      env: 'DROPWISE_MINING_MODE',
      doc: '',
      expected: '',
      secret: false,
      restart: false,
    },
  ],
  problems: [],
  warnings: [],
  revision: 1,
};

function sources(over: Partial<DiagnosticsSources> = {}): DiagnosticsSources {
  return {
    version: '1.2.3',
    now: 1_000,
    uptimeSeconds: 5.4,
    settings,
    children: [buildChild({ id: 'miner' })],
    definitions: [],
    miner: buildView(),
    store: { opening: { setAside: null } },
    live: { clients: 2 },
    facts: [],
    lines: [],
    ...over,
  };
}

test('what was changed of the settings is there, secrets are not', () => {
  const { parts } = makeDiagnostics(sources());
  assert.deepEqual((parts.settings as { changed: unknown }).changed, {
    'network.proxy': { origin: 'file', value: '[secret]' },
    'mining.mode': { origin: 'file', value: 'random' },
  });
});

test('tokens in facts and lines are masked, and people have the same mask wherever they stand', () => {
  const made = makeDiagnostics(
    sources({
      facts: [
        { seq: 1, at: 1, childId: 'miner', fact: { kind: 'signedIn', userId: '12345678', login: 'ann_of_attic' } },
      ],
      lines: [
        {
          seq: 1,
          at: 1,
          childId: 'miner',
          level: 'info',
          source: 'stdout',
          text: 'Authorization: OAuth abcdefghijklmnop1234',
        },
        { seq: 2, at: 2, childId: 'miner', level: 'info', source: 'stdout', text: '{"login":"ann_of_attic"}' },
      ],
    }),
  );
  const text = JSON.stringify(made);
  for (const secret of ['s3cret', 'abcdefghijklmnop1234', 'ann_of_attic', '12345678']) {
    assert.ok(!text.includes(secret), secret);
  }
  const [told] = made.parts.facts as { fact: { login: string } }[];
  assert.match(told?.fact.login ?? '', /^login#\d+$/);
  assert.ok(JSON.stringify(made.parts.lines).includes(told?.fact.login ?? 'nothing'));
});

test('a child’s command, folder and variables say nothing but that they are there', () => {
  const definition = v.parse(childDefinition, {
    id: 'other',
    name: 'Other',
    adapter: 'command',
    command: ['/home/ann/miner', '--token', 's3cret'],
    workingFolder: '/home/ann',
    env: { API_KEY: 's3cret' },
  });
  const text = JSON.stringify(makeDiagnostics(sources({ definitions: [definition] })).parts.definitions);
  assert.ok(!/ann|s3cret/.test(text), text);
  assert.match(text, /API_KEY/);
});

test('the machine is described, and the whole is JSON', () => {
  const made = makeDiagnostics(sources());
  const machine = made.parts.machine as Record<string, unknown>;
  assert.equal(machine.uptimeSeconds, 5);
  assert.match(String(machine.node), /^v\d+/);
  assert.deepEqual(JSON.parse(JSON.stringify(made)).kind, 'diagnostics');
});
