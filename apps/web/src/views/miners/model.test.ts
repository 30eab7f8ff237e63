import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { childPhaseKinds } from '@dropwise/contract';
import { definitionOf, emptyForm, fieldAt, formOf, idFrom, keptValue } from './definition-form.ts';
import { hoursFrom, maxSamples, movesOf, seriesOf, timeFormat, withSample } from './model.ts';
import { changesOf, controlOf, type PeerSetting } from './peer-settings.ts';

const definition = {
  id: 'tdm',
  name: 'TDM',
  adapter: 'tdm',
  enabled: true,
  command: ['python', 'a folder/main.py'],
  workingFolder: '/opt/tdm',
  env: { TOKEN: '[set]' },
  url: null,
  logFile: null,
  settingsFile: 'settings.json',
  patterns: [{ pattern: 'Watching (?<login>\\w+)', fact: 'channelChosen' }],
  limits: { memoryMb: 512, cpuPercent: null },
  silenceSeconds: 0,
  stopGraceSeconds: 10,
  restart: { firstDelayMs: 1_500, maxDelayMs: 60_000, maxQuickDeaths: 5 },
} as const;

describe('a definition in a form', () => {
  it('comes out as it went in', () => {
    const form = formOf({ ...definition, command: [...definition.command], patterns: [...definition.patterns] });
    assert.equal(form.command, 'python\na folder/main.py');
    assert.equal(form.firstDelaySeconds, '1.5');
    assert.deepEqual(definitionOf(form), definition);
  });

  it('leaves out what was left empty, so that the defaults hold', () => {
    const sent = definitionOf({ ...emptyForm('command'), id: ' a ', name: 'A', env: [{ name: '', value: 'x' }] });
    assert.deepEqual(sent, {
      id: 'a',
      name: 'A',
      adapter: 'command',
      enabled: true,
      command: [],
      workingFolder: null,
      env: {},
      url: null,
      logFile: null,
      settingsFile: null,
      patterns: [],
      limits: { memoryMb: null, cpuPercent: null },
    });
  });

  it('is sent as typed where it does not fit: the API says what is wrong', () => {
    assert.equal(definitionOf({ ...emptyForm('command'), silenceSeconds: 'long' }).silenceSeconds, 'long');
  });

  const places = [
    ['params.id', 'id'],
    ['body.env.1A', 'env'],
    ['body.patterns.0.pattern', 'patterns'],
    ['body.limits.memoryMb', 'memoryMb'],
    ['body.restart', 'maxDelaySeconds'],
    ['body.restart.firstDelayMs', 'firstDelaySeconds'],
    ['body.toString', null],
    ['headers.origin', null],
    [null, null],
  ] as const;
  for (const [at, field] of places)
    it(`shows what is wrong at ${at} ${field === null ? 'above all fields' : `at ${field}`}`, () =>
      assert.equal(fieldAt(at), field));

  it('keeps a secret that was typed over and emptied again', () => {
    const before = { env: [{ name: 'TOKEN', value: '[set]' }] };
    assert.equal(keptValue(before, 'TOKEN', ''), '[set]');
    assert.equal(keptValue(before, 'TOKEN', 'abc'), 'abc');
    assert.equal(keptValue(before, 'OTHER', ''), '');
  });

  it('gets an id from its name', () => {
    assert.equal(idFrom('TDM on the désk!'), 'tdm-on-the-de-sk');
    assert.equal(idFrom('  --  '), '');
    assert.match(idFrom('x'.repeat(60)), /^x{40}$/);
  });
});

describe('a program', () => {
  it('that runs can be stopped, one that does not can be started, and one that stops is left alone', () => {
    assert.deepEqual(movesOf('running'), ['restart', 'stop']);
    assert.deepEqual(movesOf('givenUp'), ['start']);
    assert.deepEqual(movesOf('backingOff'), ['start', 'stop']);
    for (const phase of childPhaseKinds) assert.equal(movesOf(phase).length === 0, phase === 'stopping');
  });
});

describe('usage', () => {
  const sample = (at: number) => ({ at, cpuPercent: at, rssBytes: at * 10 });

  it('takes each new sample once, and never more than fit', () => {
    const samples = [sample(10), sample(20)];
    assert.equal(withSample(samples, sample(20), 0), samples);
    assert.equal(withSample(samples, null, 0), samples);
    assert.deepEqual(withSample(samples, sample(30), 15), [sample(20), sample(30)]);
    const many = Array.from({ length: maxSamples }, (_, index) => sample(index));
    assert.equal(withSample(many, sample(maxSamples), 0).length, maxSamples);
  });

  it('shows nothing where the program was not there', () => {
    const { xs, cpuPercent } = seriesOf([10, 20, 30, 200, 210].map(sample));
    assert.deepEqual(xs, [10, 20, 30, 40, 200, 210]);
    assert.deepEqual(cpuPercent, [10, 20, 30, null, 200, 210]);
    assert.deepEqual(seriesOf([]).xs, []);
  });

  it('has marks that read differently, however short or long it is', () => {
    const written = (spanMs: number, at: number) => new Intl.DateTimeFormat('en', timeFormat(spanMs)).format(at);
    assert.notEqual(written(60_000, 0), written(60_000, 15_000));
    assert.notEqual(written(3_600_000, 0), written(3_600_000, 300_000));
    assert.notEqual(written(604_800_000, 0), written(604_800_000, 86_400_000));
  });

  it('has its range in the address', () => {
    assert.equal(hoursFrom(new URLSearchParams('hours=24')), 24);
    assert.equal(hoursFrom(new URLSearchParams('hours=5')), 1);
  });
});

describe('settings of another miner', () => {
  const setting = (name: string, value: unknown, parts: Partial<PeerSetting> = {}): PeerSetting => ({
    name,
    value,
    expected: 'something',
    secret: false,
    ...parts,
  });
  const settings = [
    setting('dark', true),
    setting('quality', 1),
    setting('language', 'English'),
    setting('priority', ['Rust']),
    setting('proxy', '[set]', { secret: true }),
    setting('odd', 'x', { expected: null, secret: true }),
  ];

  it('are edited as what they hold', () =>
    assert.deepEqual(settings.map(controlOf), ['switch', 'number', 'text', 'json', 'secret', 'untouched']));

  it('are sent only where they differ; a secret left empty stays', () => {
    const typed = { dark: 'false', quality: '1', language: 'Deutsch', priority: '["Dota"]', proxy: '' };
    assert.deepEqual(changesOf(settings, typed), {
      changes: { dark: false, language: 'Deutsch', priority: ['Dota'] },
      wrong: [],
    });
    assert.deepEqual(changesOf(settings, { proxy: 'http://a' }).changes, { proxy: 'http://a' });
  });

  it('that cannot be read are named and not sent', () =>
    assert.deepEqual(changesOf(settings, { quality: 'much', priority: '[', language: 'x' }), {
      changes: { language: 'x' },
      wrong: ['quality', 'priority'],
    }));
});
