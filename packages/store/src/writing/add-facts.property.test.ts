import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyFact, NewFact } from '@dropwise/contract';
import fc from 'fast-check';
import type { Store } from '../store.ts';
import {
  channelChosen,
  channelLeft,
  channelWentLive,
  childEnded,
  dropClaimed,
  minuteConfirmed,
  minuteEstimated,
} from '../testing/make-facts.ts';
import { hourMs, noon, openTempStore } from '../testing/temp-store.ts';

const name = fc.constantFrom('Hat', 'hat', 'Coat', null);
const login = fc.constantFrom('amy', 'bob', null);
const dropId = fc.constantFrom('d1', 'd2', null) as fc.Arbitrary<never>;

const anyFact: fc.Arbitrary<AnyFact> = fc.oneof(
  fc.record({ dropId, dropName: name, campaignName: name }).map((fields) => dropClaimed(fields)),
  fc
    .record({
      dropId,
      minutes: fc.option(fc.integer({ min: 0, max: 20 })),
      gainedMinutes: fc.option(fc.integer({ min: 0, max: 5 })),
      gameName: name,
      campaignId: dropId,
    })
    .map((fields) => minuteConfirmed(fields)),
  fc.record({ gameName: name }).map((fields) => minuteEstimated(fields)),
  login.map((channel) => channelChosen(channel)),
  login.map((channel) => channelLeft(channel)),
  login.map((channel) => channelWentLive(channel)),
  fc.constant(childEnded()),
);

const newFacts: fc.Arbitrary<readonly NewFact[]> = fc.array(
  fc.record({
    at: fc.integer({ min: -30, max: 30 }).map((hours) => noon + hours * hourMs),
    childId: fc.constantFrom('miner', 'other'),
    key: fc.option(fc.integer({ min: 0, max: 20 }).map(String)),
    fact: anyFact,
  }),
  { maxLength: 60 },
);

const everything = { fromDay: '2000-01-01', toDay: '2100-01-01' };

function readAll({ reader }: Store) {
  const { sizeBytes: _, ...totals } = reader.totals({});
  return {
    facts: reader.facts({ limit: 1_000 }).items.map(({ seq: _seq, ...rest }) => rest),
    claims: reader.claims({ limit: 1_000 }).items.map(({ seq: _seq, ...rest }) => rest),
    minutes: reader.minutes(everything),
    moves: reader.moves({ limit: 1_000 }).items.map(({ seq: _seq, ...rest }) => rest),
    sightings: reader.sightings({ since: 0, limit: 1_000 }),
    totals,
  };
}

/** Claims and minutes once more, from nothing but the rules as they are written down. */
function recount(facts: readonly NewFact[]) {
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const claims = new Set<string>();
  const minutes = new Map<string, number>();
  const told = new Map<string, number>();
  const confirmedBy = ({ childId, fact }: NewFact): number => {
    if (fact.kind !== 'minuteConfirmed' || fact.gainedMinutes === null) return 0;
    if (fact.dropId === null || fact.minutes === null) return fact.gainedMinutes;
    const drop = JSON.stringify([childId, fact.dropId]);
    const before = told.get(drop);
    told.set(drop, Math.max(before ?? 0, fact.minutes));
    return before === undefined ? fact.gainedMinutes : Math.max(0, fact.minutes - before);
  };
  for (const [index, { at, childId, fact }] of facts.entries()) {
    if (fact.kind === 'dropClaimed') {
      const names = [fact.dropName, fact.campaignName, fact.gameName, ...(fact.benefitNames ?? [])];
      const folded = names.map((each) => each?.toLowerCase() ?? null);
      const isNamed = folded.some((each) => each !== null);
      claims.add(JSON.stringify([childId, fact.dropId ?? (isNamed ? [day(at), folded] : index)]));
    }
    const gained = fact.kind === 'minuteEstimated' ? 1 : confirmedBy({ at, childId, key: null, fact });
    if ((fact.kind === 'minuteConfirmed' || fact.kind === 'minuteEstimated') && gained > 0) {
      const key = JSON.stringify([fact.kind, day(at), fact.gameName ?? '', fact.campaignId ?? '']);
      minutes.set(key, (minutes.get(key) ?? 0) + gained);
    }
  }
  return { claims: claims.size, minutes };
}

function withoutRepeated(facts: readonly NewFact[]): NewFact[] {
  const seen = new Set<string>();
  return facts.filter(({ childId, key }) => {
    if (key === null) return true;
    const full = JSON.stringify([childId, key]);
    return !seen.has(full) && seen.add(full);
  });
}

test('whatever is told in whatever order, claims and minutes are what a recount of the facts gives', async () => {
  await fc.assert(
    fc.asyncProperty(newFacts, async (facts) => {
      await using opened = await openTempStore();
      opened.store.writer.addFacts(facts);
      const expected = recount(withoutRepeated(facts));
      const found = readAll(opened.store);
      assert.equal(found.claims.length, expected.claims);
      const minutes = new Map<string, number>();
      for (const row of found.minutes) {
        const of = (kind: string): string => JSON.stringify([kind, row.day, row.gameName, row.campaignId]);
        if (row.confirmedMinutes > 0) minutes.set(of('minuteConfirmed'), row.confirmedMinutes);
        if (row.estimatedMinutes > 0) minutes.set(of('minuteEstimated'), row.estimatedMinutes);
      }
      assert.deepEqual(new Map([...minutes].sort()), new Map([...expected.minutes].sort()));
      assert.equal(found.totals.facts, withoutRepeated(facts).length);
    }),
    { numRuns: 60 },
  );
});

test('what is told a second time under the same key changes nothing, however it is cut into calls', async () => {
  await fc.assert(
    fc.asyncProperty(newFacts, fc.integer({ min: 1, max: 7 }), async (facts, size) => {
      const keyed = facts.map((fact, index) => ({ ...fact, key: fact.key ?? `own ${index}` }));
      await using once = await openTempStore();
      const stored = once.store.writer.addFacts(keyed);
      assert.equal(stored.length, withoutRepeated(keyed).length);
      await using often = await openTempStore();
      for (let at = 0; at < keyed.length; at += size) often.store.writer.addFacts(keyed.slice(at, at + size));
      assert.deepEqual(often.store.writer.addFacts(keyed), []);
      assert.deepEqual(readAll(often.store), readAll(once.store));
    }),
    { numRuns: 40 },
  );
});
