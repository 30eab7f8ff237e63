import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseNotificationState } from './parse-notification-state.ts';
import { maxPending, noNotifications } from './state.ts';
import {
  childGivenUp,
  chosen,
  claimed,
  claimedNumber,
  codeIssued,
  confirmed,
  died,
  idle,
  left,
  ready,
  revoked,
  signedIn,
  stoppedByOwner,
} from './testing/facts.ts';
import { miner, noon, Story } from './testing/story.ts';

describe('what happens', () => {
  it('within a few seconds is told together', () => {
    const story = new Story();
    for (let number = 0; number < 40; number++) story.see(claimedNumber(number));
    assert.deepEqual(story.titles, []);
    story.pass(1);
    assert.deepEqual(
      story.tellings.map(({ batch }) => batch.notes.length),
      [40],
    );
  });

  it('twice within the time of repetition is told once, and later again', () => {
    const story = new Story({ repeatMinutes: 60 })
      .see(claimed())
      .pass(1)
      .see(claimed())
      .pass(58)
      .see(claimed())
      .pass(1);
    assert.equal(story.tellings.length, 1);
    story.pass(2).see(claimed()).pass(1);
    assert.equal(story.tellings.length, 2);
  });

  it('and is gathered when the program ends is told at the end', () => {
    assert.deepEqual(new Story().see(claimed()).end().titles, ['Claimed: Rusty Key']);
  });
});

describe('quiet hours', () => {
  const night = { quietHours: ['22:00-07:00'] };
  const before = noon + 9 * 3_600_000;

  it('hold back what can wait, and tell it in one message when they are over', () => {
    const story = new Story(night, before).pass(120).see(claimedNumber(1)).pass(180).see(claimedNumber(2)).pass(299);
    assert.deepEqual(story.titles, []);
    story.pass(2);
    assert.deepEqual(story.titles, ['Claimed: Key 1 + Claimed: Key 2']);
    assert.equal(story.tellings[0]?.batch.afterQuiet, true);
    assert.equal(story.tellings[0]?.at, noon + 19 * 3_600_000);
  });

  it('let through what needs the owner at once', () => {
    const story = new Story(night, before).pass(120).see(childGivenUp);
    assert.deepEqual(story.titles, ['Miner given up']);
  });

  it('hold back that something is over', () => {
    const story = new Story(night, before).pass(120).see(childGivenUp).pass(100).see(ready).pass(60);
    assert.deepEqual(story.titles, ['Miner given up']);
    story.pass(400);
    assert.deepEqual(story.titles, ['Miner given up', 'Miner up again']);
  });

  it('keep what they hold over a restart of the program', () => {
    const story = new Story(night, before).pass(120).see(claimed()).pass(1).end();
    const later = new Story(night, story.now);
    later.state = parseNotificationState(JSON.parse(JSON.stringify(story.state)));
    later.see(idle).pass(600);
    assert.deepEqual(later.titles, ['Claimed: Rusty Key']);
  });

  it('of all week still say how much there was no room for', () => {
    const story = new Story({ quietHours: ['00:00-24:00'] });
    for (let number = 0; number < maxPending + 7; number++) story.see(claimedNumber(number));
    story.pass(10);
    assert.deepEqual([story.titles.length, story.state.pending.length, story.state.leftOut], [0, maxPending, 7]);
    story.settings = { ...story.settings, quietHours: [] };
    story.see(idle);
    assert.deepEqual([story.tellings[0]?.batch.notes.length, story.tellings[0]?.batch.leftOut], [maxPending, 7]);
  });
});

describe('a login', () => {
  it('that is needed is told with its code, once', () => {
    const story = new Story().see(revoked).see(codeIssued).pass(1).see(codeIssued).pass(300);
    assert.deepEqual(story.titles, ['Sign in to Twitch']);
    assert.match(story.tellings[0]?.batch.notes[0]?.text ?? '', /enter ABCDEFGH/);
    assert.deepEqual(story.see(signedIn).titles, ['Sign in to Twitch', 'Signed in']);
  });

  it('that is done at once is nobody’s business', () => {
    assert.deepEqual(new Story().see(revoked).see(signedIn).pass(600).titles, []);
  });

  it('that Twitch refuses is told, and a network that is away is not', () => {
    const story = new Story().see({ kind: 'signInFailed', reason: 'unreachable', detail: 'x', retryAt: 0 }).pass(60);
    assert.deepEqual(story.titles, []);
    story.see({ kind: 'signInFailed', reason: 'refused', detail: 'no such client', retryAt: 0 }).pass(1);
    assert.match(story.tellings[0]?.batch.notes[0]?.text ?? '', /no such client\./);
  });
});

describe('minutes that do not count', () => {
  it('are told after the time that the owner set, and so is that they count again', () => {
    const story = new Story({ uncountedMinutes: 45 }).see(chosen()).pass(44.9);
    assert.deepEqual(story.titles, []);
    story.pass(0.2);
    assert.deepEqual(story.titles, ['Twitch counts nothing']);
    assert.match(story.tellings[0]?.batch.notes[0]?.text ?? '', /watched for 45 minutes/);
    story.pass(20).see(confirmed).pass(1);
    assert.deepEqual(story.titles, ['Twitch counts nothing', 'Twitch counts again']);
    story.pass(44.5);
    assert.equal(story.tellings.length, 3, 'and it begins anew from there');
  });

  it('go on being counted over a change of channel', () => {
    const story = new Story().see(chosen()).pass(20).see(left).see(chosen()).pass(11);
    assert.deepEqual(story.titles, ['Twitch counts nothing']);
  });

  it('are only those in which something is watched', () => {
    const story = new Story().see(chosen()).pass(20).see(left).see(idle).pass(500).see(chosen()).pass(9);
    assert.deepEqual(story.titles, []);
    assert.deepEqual(story.pass(2).titles, ['Twitch counts nothing']);
  });

  it('are not told as long as one counts now and then', () => {
    const story = new Story().see(chosen());
    for (let round = 0; round < 20; round++) story.pass(25).see(confirmed);
    assert.deepEqual(story.titles, []);
  });

  it('say nothing of a miner that cannot know what is confirmed', () => {
    const other = { ...miner, id: 'tdm', confirms: false };
    const story = new Story();
    story.sources = [other];
    assert.deepEqual(story.see(chosen(), other).pass(600).titles, []);
  });

  it('are no wonder on a channel that the owner chose and that has no campaign', () => {
    const story = new Story().see({ kind: 'manualStarted', login: 'friend' }).see(chosen(null)).pass(600);
    assert.deepEqual(story.titles, []);
  });

  it('have the miner’s own words with them', () => {
    const sentence = 'Twitch accepts what we watch but counts no minutes.';
    const story = new Story()
      .see(chosen())
      .pass(20)
      .see({ kind: 'reasonRaised', code: 'not-counting', sentence, todo: '', detail: {} })
      .pass(11);
    assert.match(story.tellings[0]?.batch.notes[0]?.text ?? '', /counts no minutes\.$/);
  });
});

describe('a miner', () => {
  it('that is back within five minutes was not down', () => {
    const story = new Story().see(died).pass(2).see(died).pass(2).see(ready).pass(60);
    assert.deepEqual(story.titles, []);
  });

  it('that stays down is told, when it is given up again, and when it is back', () => {
    const story = new Story().see(died).pass(6).see(died).pass(1).see(childGivenUp).pass(30).see(ready);
    assert.deepEqual(story.titles, ['Miner down', 'Miner given up', 'Miner up again']);
  });

  it('that the owner stops is no news', () => {
    assert.deepEqual(new Story().see(stoppedByOwner).pass(60).titles, []);
  });

  it('that was down, and that the owner stops and starts, is up again', () => {
    const story = new Story().see(childGivenUp).see({ kind: 'childPhaseChanged', to: 'stopped' }).pass(100);
    assert.deepEqual(story.titles, ['Miner given up']);
    assert.deepEqual(story.see(ready).titles, ['Miner given up', 'Miner up again']);
  });

  it('that comes and goes is told twice an hour, and in the end as it is', () => {
    const story = new Story({ repeatMinutes: 60 });
    for (let round = 0; round < 6; round++) story.see(childGivenUp).pass(5).see(ready).pass(5);
    assert.deepEqual(story.titles, ['Miner given up', 'Miner up again']);
    story.see(childGivenUp).pass(2).see(ready);
    assert.deepEqual(story.titles.slice(2), ['Miner given up']);
    assert.deepEqual(story.pass(4).titles.slice(2), ['Miner given up', 'Miner up again']);
  });
});

describe('what an earlier run kept', () => {
  it('is read back as it was written', () => {
    const { state } = new Story().see(claimed()).see(childGivenUp).see(confirmed);
    assert.deepEqual(parseNotificationState(JSON.parse(JSON.stringify(state))), state);
  });

  const broken: [what: string, value: unknown][] = [
    ['nothing', null],
    ['text', 'x'],
    ['another shape', { told: [] }],
    ['more than there is room for', { ...noNotifications, pending: new Array(maxPending + 1).fill(null) }],
  ];
  for (const [what, value] of broken) {
    it(`is nothing when it is ${what}`, () => assert.deepEqual(parseNotificationState(value), noNotifications));
  }
});
