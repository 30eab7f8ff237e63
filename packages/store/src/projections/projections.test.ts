import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropId } from '@dropwise/kit';
import {
  channelWentLive,
  channelWentOffline,
  dropClaimed,
  minuteConfirmed,
  minuteEstimated,
  newFact,
} from '../testing/make-facts.ts';
import { dayMs, hourMs, noon, openTempStore } from '../testing/temp-store.ts';

const everyDay = { fromDay: '2000-01-01', toDay: '2100-01-01' };

test('a drop that is told by the claim and by the inventory again is claimed once', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  writer.addFacts([newFact(dropClaimed(), { key: 'run:1' })]);
  writer.addFacts([newFact(dropClaimed({ by: 'inventory' }), { key: 'run:9', at: noon + 40 * dayMs })]);
  const { items } = reader.claims({ limit: 10 });
  assert.deepEqual(items, [
    {
      seq: 1,
      at: noon,
      childId: 'miner',
      dropId: 'drop-1',
      dropName: 'Hat',
      campaignId: 'campaign-1',
      campaignName: 'Winter',
      gameName: 'Tetris',
      benefitNames: ['Red hat'],
    },
  ]);
});

test('two children that claim the same drop have claimed it on two accounts', async () => {
  await using opened = await openTempStore();
  opened.store.writer.addFacts([newFact(dropClaimed()), newFact(dropClaimed(), { childId: 'other' })]);
  assert.equal(opened.store.reader.claims({ limit: 10 }).items.length, 2);
  assert.equal(opened.store.reader.claims({ limit: 10, childId: 'other' }).items.length, 1);
});

test('a claim without an id is one by its names, without case, within a day', async () => {
  await using opened = await openTempStore();
  const unknown = { dropId: null, campaignId: null, campaignName: null, benefitNames: null };
  const claim = (dropName: string, at: number) => newFact(dropClaimed({ ...unknown, dropName }), { at });
  opened.store.writer.addFacts([
    claim('Hat', noon),
    claim('HAT', noon + hourMs),
    claim('Hat', noon + dayMs),
    claim('Coat', noon),
  ]);
  const { items } = opened.store.reader.claims({ limit: 10 });
  assert.deepEqual(
    items.map(({ dropName, at }) => [dropName, at - noon]),
    [
      ['Coat', 0],
      ['Hat', dayMs],
      ['Hat', 0],
    ],
  );
});

test('claims of which nothing is known are all kept', async () => {
  await using opened = await openTempStore();
  const nothing = dropClaimed({
    dropId: null,
    dropName: null,
    campaignId: null,
    campaignName: null,
    gameName: null,
    benefitNames: null,
  });
  opened.store.writer.addFacts([newFact(nothing), newFact(nothing)]);
  assert.equal(opened.store.reader.claims({ limit: 10 }).items.length, 2);
});

test('claims are found by any of their names without case, also outside of ASCII', async () => {
  await using opened = await openTempStore();
  opened.store.writer.addFacts([newFact(dropClaimed({ campaignName: 'ÄRGER & Öl' }))]);
  for (const text of ['ärger', 'RED HAT', 'tetris', '& ö']) {
    assert.equal(opened.store.reader.claims({ limit: 10, text }).items.length, 1, text);
  }
  assert.equal(opened.store.reader.claims({ limit: 10, text: '%' }).items.length, 0);
});

test('minutes are summed by day in the time zone, game and campaign', async () => {
  await using opened = await openTempStore({ timeZone: 'Pacific/Auckland' });
  const { writer, reader } = opened.store;
  writer.addFacts([
    newFact(minuteConfirmed({ gainedMinutes: 3 })),
    newFact(minuteConfirmed({ gainedMinutes: 2, campaignName: 'Winter again' }), { childId: 'other' }),
    newFact(minuteEstimated()),
    newFact(minuteEstimated()),
    newFact(minuteConfirmed({ minutes: 11, gainedMinutes: 1 }), { at: noon - 2 * hourMs }),
  ]);
  const row = { gameName: 'Tetris', campaignId: 'campaign-1' };
  assert.deepEqual(reader.minutes(everyDay), [
    { day: '2026-03-01', ...row, campaignName: 'Winter', confirmedMinutes: 1, estimatedMinutes: 0 },
    { day: '2026-03-02', ...row, campaignName: 'Winter again', confirmedMinutes: 5, estimatedMinutes: 2 },
  ]);
  assert.equal(reader.minutes({ ...everyDay, childId: 'other' })[0]?.confirmedMinutes, 2);
  assert.equal(reader.minutes({ fromDay: '2026-03-02', toDay: '2026-03-02' }).length, 1);
});

test('minutes of a source that knows neither game nor gain add nothing, and those without a game are kept apart', async () => {
  await using opened = await openTempStore();
  opened.store.writer.addFacts([
    newFact(minuteConfirmed({ gainedMinutes: null })),
    newFact(minuteConfirmed({ gameName: null, campaignId: null, campaignName: null })),
  ]);
  assert.deepEqual(opened.store.reader.minutes(everyDay), [
    {
      day: '2026-03-01',
      gameName: '',
      campaignId: '',
      campaignName: '',
      confirmedMinutes: 1,
      estimatedMinutes: 0,
    },
  ]);
});

test('minutes that are told again after a death of the miner are counted once, and those that came meanwhile are not lost', async () => {
  await using opened = await openTempStore();
  const { writer, reader } = opened.store;
  const told = (minutes: number, gainedMinutes: number, rest: Parameters<typeof minuteConfirmed>[0] = {}) =>
    writer.addFacts([newFact(minuteConfirmed({ minutes, gainedMinutes, ...rest }))]);
  const confirmed = () => reader.minutes(everyDay).reduce((sum, row) => sum + row.confirmedMinutes, 0);
  told(9, 1);
  told(10, 1);
  assert.equal(confirmed(), 2, 'what a drop had before it was first told of is not ours');
  told(11, 3, { by: 'inventory' });
  assert.equal(confirmed(), 3);
  told(14, 1);
  assert.equal(confirmed(), 6);
  told(12, 1);
  assert.equal(confirmed(), 6, 'minutes that were taken back and earned again were told already');
  told(2, 1, { dropId: dropId('drop-2') });
  told(1, 1, { dropId: null });
  told(1, 1, { dropId: null });
  assert.equal(confirmed(), 9);
  writer.addFacts([newFact(minuteConfirmed({ minutes: 14, gainedMinutes: 1 }), { childId: 'other' })]);
  assert.equal(confirmed(), 10, 'another child has another account');
});

test('sightings are kept by login without case, newest first, and none without a login', async () => {
  await using opened = await openTempStore();
  opened.store.writer.addFacts([
    newFact(channelWentLive('Amy')),
    newFact(channelWentOffline('amy'), { at: noon + 1 }),
    newFact(channelWentLive('bob'), { at: noon + 2 }),
    newFact(channelWentLive(null)),
  ]);
  const of = (login: string) => opened.store.reader.sightings({ login, since: 0, limit: 10 });
  assert.deepEqual(of('AMY'), [
    { at: noon + 1, channelId: '1', login: 'amy', live: false, game: null },
    { at: noon, channelId: '1', login: 'Amy', live: true, game: 'Tetris' },
  ]);
  assert.equal(opened.store.reader.sightings({ since: noon + 1, limit: 10 }).length, 2);
});
