import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReasonCode, reasonCodes } from './reason-codes.ts';
import { formatReason, generalWords, reasons, worstLevel } from './reasons.ts';

describe('the table of reasons', () => {
  it('has a row for every code and no other', () => {
    assert.deepEqual(Object.keys(reasons).sort(), [...reasonCodes].sort());
  });
  for (const code of reasonCodes) {
    it(`speaks plainly of ${code}`, () => {
      const { sentence, todo, stillWorks } = reasons[code];
      assert.match(sentence, /^[A-Z{][^!]*\.$/);
      for (const text of [todo, stillWorks]) assert.match(text, /^$|^[A-Z][^!]*\.$/);
      assert.doesNotMatch(`${sentence} ${todo}`, /successfully|oops|please/i);
    });
    it(`knows a general word for everything that ${code} leaves open`, () => {
      const { sentence, todo } = reasons[code];
      for (const [, word] of `${sentence} ${todo}`.matchAll(/\{(\w+)\}/g))
        assert.ok(word !== undefined && word in generalWords);
    });
    it(`reads well without details of ${code}`, () => {
      const { sentence, todo } = formatReason(code);
      assert.doesNotMatch(`${sentence} ${todo}`, /[{}]|undefined/);
    });
  }
  it('says what to do wherever mining has stopped', () => {
    for (const code of reasonCodes) if (reasons[code].level === 'broken') assert.notEqual(reasons[code].todo, '', code);
  });
  it('says what goes on wherever something is degraded', () => {
    for (const code of reasonCodes)
      if (reasons[code].level === 'degraded') assert.notEqual(reasons[code].stillWorks, '', code);
  });
});

describe('a formatted reason', () => {
  it('names what it is about', () => {
    const { sentence, todo } = formatReason('claim-by-hand', {
      drop: 'Blue Hat',
      campaign: 'Launch',
      link: 'https://x.test',
    });
    assert.equal(sentence, 'You earned Blue Hat (Launch), but Twitch lets only you claim it.');
    assert.equal(todo, 'Claim it on https://x.test.');
  });
  it('takes numbers and leaves out what is not asked for', () => {
    const { sentence } = formatReason('progress-contradicted', { drop: 'Hat', confirmed: 17, reported: 0, other: 'x' });
    assert.equal(sentence, 'Twitch reported 0 minutes for Hat after 17 were confirmed.');
  });
  it('puts an empty detail in general words', () => {
    assert.match(formatReason('dns-blocked', { host: '' }).sentence, /^The name Twitch does not resolve/);
  });
  it('does not end a sentence twice', () => {
    assert.equal(
      formatReason('watch-failing', { transport: 'spade', detail: 'Answer 503.' }).sentence,
      'Watching over spade fails: Answer 503.',
    );
  });
  it('does not read braces in a detail', () => {
    assert.match(formatReason('dns-blocked', { host: '{drop}' }).sentence, /\{drop\}/);
  });
});

describe('the worst level', () => {
  const cases: [readonly ReasonCode[], string][] = [
    [[], 'working'],
    [['working'], 'working'],
    [['idle-all-earned'], 'idle'],
    [['working', 'idle-no-live-channel'], 'idle'],
    [['idle-no-live-channel', 'starting'], 'starting'],
    [['starting', 'twitch-slow'], 'degraded'],
    [['twitch-slow', 'not-counting', 'working'], 'broken'],
  ];
  for (const [codes, expected] of cases) {
    it(`of ${codes.join(', ') || 'nothing'} is ${expected}`, () => assert.equal(worstLevel(codes), expected));
  }
});
