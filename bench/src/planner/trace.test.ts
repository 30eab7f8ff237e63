import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTrace, spanOfTrace } from './trace.ts';
import { listTraces, readTrace, sampleFolder } from './trace-folder.ts';

const written = {
  id: 'campaign-a',
  gameId: '1',
  startAt: '2025-06-02T10:00:00Z',
  endAt: '2025-06-03T09:59:59.999Z',
  firstSeen: 1_748_850_000,
  channels: [3, 5],
  drops: [{ minutes: 120 }, { minutes: 0 }, { minutes: 30 }],
};

test('a campaign of the history is read; drops by subscription are left out', () => {
  const trace = parseTrace('2025-06', JSON.stringify([{ ...written, name: 'of no interest' }]));
  assert.deepEqual(trace.ok && trace.value.campaigns, [
    {
      id: 'campaign-a',
      gameId: '1',
      startsAt: Date.UTC(2025, 5, 2, 10),
      endsAt: Date.UTC(2025, 5, 3, 10) - 1,
      firstSeenAt: 1_748_850_000_000,
      channels: [3, 5],
      thresholds: [30, 120],
    },
  ]);
});

const spans: readonly (readonly [name: string, span: readonly [number, number] | null])[] = [
  ['2025-12', [Date.UTC(2025, 11, 1), Date.UTC(2026, 0, 1)]],
  ['2025-13', null],
  ['2025-06-01', null],
  ['README', null],
];

for (const [name, span] of spans) {
  test(`${name} is ${span === null ? 'no trace' : 'a span in UTC'}`, () => {
    const found = spanOfTrace(name);
    assert.deepEqual(found && [found.startsAt, found.endsAt], span);
  });
}

const refused: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ['no JSON', '<html>', /expected JSON/],
  ['no array', '{}', /expected an array of campaigns/],
  ['no campaign', '[null]', /at index 0/],
  ['no date', JSON.stringify([written, { ...written, endAt: 'soon' }]), /at index 1/],
  ['a named channel', JSON.stringify([{ ...written, channels: ['somebody'] }]), /channels .*at index 0/],
  ['a drop without minutes', JSON.stringify([{ ...written, drops: [{}] }]), /drops with minutes.*at index 0/],
];

for (const [what, text, message] of refused) {
  test(`${what} is refused with a sentence`, () => {
    const trace = parseTrace('2025-06', text);
    assert.match(trace.ok ? '' : trace.failure, message);
  });
}

test('the sample of the project is a whole month, and names nothing', async () => {
  const names = await listTraces(sampleFolder);
  assert.deepEqual(names.ok && names.value, ['2025-06']);
  const { campaigns, startsAt, endsAt } = await readTrace(sampleFolder, '2025-06');
  const days = new Set(campaigns.map((campaign) => new Date(campaign.startsAt).getUTCDate()));
  assert.equal(days.size, 30);
  for (const { id, gameId, startsAt: begins } of campaigns) {
    assert.match(`${id}, ${gameId}`, /^Campaign \d+, Game \d+$/);
    assert.ok(begins >= startsAt && begins < endsAt, id);
  }
});

test('a folder that is not there, or holds no history, is refused with a sentence', async () => {
  const [missing, foreign] = await Promise.all([listTraces('nowhere'), listTraces(`${sampleFolder}..`)]);
  assert.match(missing.ok ? '' : missing.failure, /expected --traces to be a folder .*ENOENT for "nowhere"/);
  assert.match(foreign.ok ? '' : foreign.failure, /expected files such as 2025-06\.json\.gz/);
});
