import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isPaused } from '../planning/pauses.ts';
import type { NotableFact } from './notable-fact.ts';
import { notificationRules } from './rule.ts';
import {
  childGivenUp,
  chosen,
  claimedNumber,
  codeIssued,
  confirmed,
  died,
  givenUp,
  handedOver,
  idle,
  left,
  ready,
  revoked,
  signedIn,
  stoppedByOwner,
} from './testing/facts.ts';
import { minuteMs, Story, usualSettings } from './testing/story.ts';

const someFacts: readonly NotableFact[] = [
  ...[1, 2, 3].map(claimedNumber),
  childGivenUp,
  chosen(),
  codeIssued,
  confirmed,
  died,
  givenUp,
  handedOver,
  idle,
  left,
  ready,
  revoked,
  signedIn,
  stoppedByOwner,
];

const happening = fc.record({ fact: fc.constantFrom(...someFacts), minutesAfter: fc.integer({ min: 0, max: 400 }) });
const happenings = fc.array(happening, { maxLength: 60 });
const settings = fc.record({
  quietHours: fc.constantFrom<readonly string[]>([], ['22:00-07:00'], ['Mon-Fri 09:00-17:00', 'Sun 00:00-24:00']),
  repeatMinutes: fc.constantFrom(1, 60, 720),
  uncountedMinutes: fc.constantFrom(5, 30, 300),
});

function tell(story: Story, events: readonly { fact: NotableFact; minutesAfter: number }[]): Story {
  for (const { fact, minutesAfter } of events) story.see(fact).pass(minutesAfter);
  return story;
}

test('no key is told twice within the time of repetition', () => {
  fc.assert(
    fc.property(settings, happenings, (changes, events) => {
      const story = tell(new Story(changes), events).pass(10_000);
      const lastAt = new Map<string, number>();
      for (const { at, batch } of story.tellings) {
        for (const { key } of batch.notes) {
          const before = lastAt.get(key);
          assert.ok(before === undefined || at - before >= changes.repeatMinutes * minuteMs, `${key} was told twice`);
          lastAt.set(key, at);
        }
      }
    }),
  );
});

test('in quiet hours nothing is told but what is urgent', () => {
  fc.assert(
    fc.property(settings, happenings, (changes, events) => {
      for (const { at, batch } of tell(new Story(changes), events).tellings) {
        if (!isPaused({ pausedHours: changes.quietHours, timeZone: '' }, at)) continue;
        for (const { rule } of batch.notes) assert.ok(notificationRules[rule].urgent, `${rule} at ${at}`);
      }
    }),
  );
});

test('every event is told within a week, once it was not told just before', () => {
  fc.assert(
    fc.property(settings, happenings, (changes, events) => {
      const story = tell(new Story({ ...changes, repeatMinutes: 1 }), events).pass(7 * 24 * 60);
      const told = new Set(story.tellings.flatMap(({ batch }) => batch.notes.map(({ title }) => title)));
      for (const { fact } of events) {
        if (fact.kind === 'dropClaimed') assert.ok(told.has(`Claimed: ${fact.dropName}`), 'a claim was lost');
        if (fact.kind === 'dropGivenUp') assert.ok(told.has('Given up: Rusty Key'), 'a drop given up was lost');
      }
      assert.deepEqual(story.state.pending, []);
    }),
  );
});

test('what the owner was told last of a miner’s life is so', () => {
  fc.assert(
    fc.property(settings, happenings, (changes, events) => {
      const story = tell(new Story(changes), events).pass(30 * 24 * 60);
      const about = story.tellings.flatMap(({ batch }) =>
        batch.notes.filter(({ rule, of }) => rule === 'minerDown' || of === 'minerDown'),
      );
      const lives = events.map(({ fact }) => (fact.kind === 'childEnded' && fact.wanted ? 'stopped' : lifeAfter(fact)));
      const last = lives.filter((life) => life !== null).at(-1) ?? 'up';
      if (last === 'stopped') return;
      assert.equal(about.at(-1)?.rule === 'minerDown', last === 'down');
    }),
  );
});

function lifeAfter({ kind }: NotableFact): 'up' | 'down' | null {
  if (kind === 'childEnded' || kind === 'childGivenUp') return 'down';
  return kind === 'childBecameReady' || kind === 'channelChosen' || kind === 'minuteConfirmed' ? 'up' : null;
}

test('the step asks to be woken only for times to come', () => {
  fc.assert(
    fc.property(settings, happenings, (changes, events) => {
      const story = new Story(changes);
      for (const { fact, minutesAfter } of events) {
        story.see(fact);
        assert.ok(story.wakeAt === null || story.wakeAt > story.now);
        story.pass(minutesAfter);
      }
    }),
  );
});

test('the usual settings are those of the settings file', async () => {
  const { defaultSettings } = await import('../settings/settings.ts');
  const { quietHours, repeatMinutes, uncountedMinutes } = usualSettings;
  assert.deepEqual(defaultSettings().notifications, { quietHours, repeatMinutes, uncountedMinutes });
});
