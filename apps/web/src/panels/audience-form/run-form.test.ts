import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { audienceConfiguration } from '@dropwise/contract/audience';
import * as v from 'valibot';
import { findProxyProblem, proxyNames } from './proxy-lines.ts';
import { fieldAt, type RunForm, readForm, usualForm } from './run-form.ts';

const form = (changes: Partial<RunForm> = {}): RunForm => ({
  ...usualForm(),
  url: 'http://127.0.0.1:8080/live/index.m3u8',
  ...changes,
});
const sent = (changes: Partial<RunForm> = {}) => {
  const { configuration, problems } = readForm(form(changes));
  assert.deepEqual([...problems], []);
  return v.parse(audienceConfiguration, configuration);
};
const wrong = (changes: Partial<RunForm>): readonly string[] => [...readForm(form(changes)).problems.keys()];

describe('the form of a run', () => {
  it('sends what the lab reads, in milliseconds, bits and shares', () => {
    const configuration = sent({ minutes: '0,5', rendition: 'fixed', stay: 'exponential', stayMinutes: '2' });
    assert.equal(configuration.durationMs, 30_000);
    assert.equal(configuration.rendition, 3_000_000);
    assert.deepEqual(configuration.load, {
      shape: 'constant',
      joinOverMs: 10_000,
      stay: { kind: 'exponential', meanMs: 120_000 },
    });
    assert.equal(configuration.shards, 'auto');
    assert.ok(!('proxies' in configuration) && !('directShare' in configuration) && !('maxMbps' in configuration));
  });

  it('without minutes runs until it is stopped', () => assert.equal(sent({ minutes: ' ' }).durationMs, null));

  it('in stages asks for as many viewers as the highest reaches', () => {
    const { load, viewers } = sent({ shape: 'ramp', viewers: 'not read' });
    assert.equal(viewers, 100);
    assert.deepEqual(load?.shape === 'ramp' && load.stages, [
      { viewers: 25, overMs: 60_000 },
      { viewers: 100, overMs: 120_000 },
    ]);
  });

  it('with proxies says how many stay direct', () => {
    const configuration = sent({ proxies: 'socks5://a:b@127.0.0.1:1080 name=paris', directPercent: '25' });
    assert.equal(configuration.directShare, 0.25);
    assert.equal(configuration.onProxyLoss, 'report');
  });

  for (const [changes, fields] of [
    [{ url: '' }, ['url']],
    [{ url: 'ftp://host/a.m3u8' }, ['url']],
    [{ url: 'https://user:secret@host/a.m3u8' }, ['url']],
    [{ viewers: '0' }, ['viewers']],
    [{ viewers: '2.5' }, ['viewers']],
    [{ viewers: '1e3' }, ['viewers']],
    [{ minutes: '-1' }, ['minutes']],
    [{ shape: 'ramp', stages: [{ id: 7, viewers: 'x', seconds: '' }] }, ['stages.7.viewers', 'stages.7.seconds']],
    [{ shape: 'arrival-rate', perMinute: '0' }, ['perMinute']],
    [{ proxies: 'host:80', directPercent: '101' }, ['directPercent', 'proxies']],
    [{ startSegments: '21', seed: '', maxMbps: '0', shards: '0' }, ['maxMbps', 'seed', 'shards', 'startSegments']],
  ] as const satisfies readonly (readonly [Partial<RunForm>, readonly string[]])[])
    it(`is not sent with ${JSON.stringify(changes)}`, () =>
      assert.deepEqual(wrong(changes).toSorted(), [...fields].toSorted()));

  it('finds the field of what the console refuses', () => {
    const { stages } = usualForm();
    assert.equal(fieldAt('load.stages.1.overMs', stages), 'stages.2.seconds');
    assert.equal(fieldAt('load.stay.meanMs', stages), 'stayMinutes');
    assert.equal(fieldAt('durationMs', stages), 'minutes');
    assert.equal(fieldAt('failIf.0', stages), 'failIf');
    assert.equal(fieldAt('something', stages), null);
    assert.equal(fieldAt(null, stages), null);
  });
});

describe('a list of proxies', () => {
  for (const [text, line] of [
    ['http://host:8080\n\n# mine\nsocks5://user:p%20w@[::1]:1080 weight=2 budget=10GB name=a', null],
    ['http://host:8080\nhost:8080', 2],
    ['https://host', 1],
    ['http://host:70000', 1],
    ['socks4://host:1080', 1],
    ['http://host:8080 colour=red', 1],
    ['http://host:8080\n http://host:8080 ', 2],
  ] as const)
    it(`${line === null ? 'is taken' : `is refused at line ${line}`}: ${JSON.stringify(text)}`, () =>
      assert.equal(findProxyProblem(text)?.values.line ?? null, line));

  it('has the names that conditions can use', () =>
    assert.deepEqual(proxyNames('http://u:p@host:80 name=paris\nsocks5://[::1]:1080\nbad\n#http://x:1'), [
      'paris',
      '[::1]:1080',
    ]));
});
