import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { composeMessage, maxLines, type Subscription } from './compose-message.ts';
import type { Note } from './note.ts';
import { type NotificationRuleId, notificationRuleIds } from './rule.ts';

const everything: Subscription = { rules: notificationRuleIds, campaigns: 'any' };

function note(rule: NotificationRuleId, changes: Partial<Note> = {}): Note {
  const text = `Something of ${rule}.`;
  return { key: rule, rule, of: null, title: rule, text, link: 'https://example.org', wanted: true, ...changes };
}

function compose(notes: readonly Note[], subscription = everything, changes = {}) {
  return composeMessage({ notes, leftOut: 0, afterQuiet: false, ...changes }, subscription);
}

describe('a message', () => {
  it('of one thing has its words, its link and its tone', () => {
    assert.deepEqual(compose([note('loginNeeded')]), {
      rule: 'loginNeeded',
      title: 'loginNeeded',
      text: 'Something of loginNeeded.',
      link: 'https://example.org',
      tone: 'bad',
      urgent: true,
    });
  });

  it('of several things counts them and gives each a line', () => {
    const message = compose([note('dropClaimed'), note('campaignFound', { link: null }), note('dropClaimed')]);
    assert.equal(message?.title, '2 drops claimed, 1 campaign found');
    assert.equal(message?.rule, 'digest');
    assert.equal(message?.text.split('\n').length, 3);
    assert.equal(message?.link, null);
    assert.equal(message?.tone, 'plain');
  });

  it('of several things of one kind keeps the link that they share', () => {
    const message = compose([note('dropClaimed'), note('dropClaimed')]);
    assert.deepEqual([message?.rule, message?.link, message?.tone], ['dropClaimed', 'https://example.org', 'good']);
  });

  it('says how much it leaves out', () => {
    const message = compose(new Array(maxLines + 5).fill(note('dropClaimed')), everything, { leftOut: 3 });
    assert.match(message?.text ?? '', /… and 8 more; the history has them all\.$/);
    assert.equal(message?.title, '25 drops claimed');
  });

  it('says that it was held back', () => {
    assert.equal(
      compose([note('dropClaimed')], everything, { afterQuiet: true })?.title,
      'While it was quiet: 1 drop claimed',
    );
  });

  it('has one line for a thing, whatever a name holds', () => {
    const message = compose([note('dropClaimed', { text: 'Key\n• Forged line.' }), note('dropClaimed')]);
    assert.equal(message?.text.split('\n').length, 2);
  });
});

describe('who wants only some of it', () => {
  const cases: [what: string, notes: readonly Note[], subscription: Subscription, told: boolean][] = [
    ['is not told of the rest', [note('dropClaimed')], { rules: ['loginNeeded'], campaigns: 'any' }, false],
    ['is told of that', [note('dropClaimed')], { rules: ['dropClaimed'], campaigns: 'any' }, true],
    [
      'is not told of campaigns that nobody wants',
      [note('campaignFound', { wanted: false })],
      { rules: ['campaignFound'], campaigns: 'wanted' },
      false,
    ],
    [
      'is told of campaigns that nobody wants if all are asked for',
      [note('campaignFound', { wanted: false })],
      { rules: ['campaignFound'], campaigns: 'any' },
      true,
    ],
    [
      'is not told that something is over of which nothing was told',
      [note('recovered', { of: 'minerDown' })],
      { rules: ['recovered', 'loginNeeded'], campaigns: 'any' },
      false,
    ],
  ];
  for (const [what, notes, subscription, told] of cases) {
    it(what, () => assert.equal(compose(notes, subscription) !== null, told));
  }
});
