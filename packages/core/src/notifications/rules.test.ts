import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NotableFact } from './notable-fact.ts';
import { noteOf } from './rules.ts';
import { appeared, chosen, claimed, codeIssued, confirmed, died, givenUp, handedOver } from './testing/facts.ts';
import { miner, minuteMs, noon, usualSettings } from './testing/story.ts';
import type { WantSettings } from './wanted-campaign.ts';

const day = 24 * 60 * minuteMs;

function noteFor(fact: NotableFact, wants: WantSettings = usualSettings.wants, source = miner) {
  return noteOf(fact, { source, at: noon, wants });
}

describe('a fact', () => {
  const cases: [what: string, fact: NotableFact, title: string, text: string][] = [
    [
      'of a claimed drop tells what is claimed',
      claimed({ benefitNames: ['Gold Key', 'Silver Key'] }),
      'Claimed: Rusty Key',
      'Rusty Key (Spring Week, Rust) is claimed. You got Gold Key and Silver Key.',
    ],
    [
      'of a claimed drop does not say its name twice',
      claimed(),
      'Claimed: Rusty Key',
      'Rusty Key (Spring Week, Rust) is claimed.',
    ],
    [
      'from a miner that knows little is told in general words',
      claimed({ dropName: null, campaignName: null, gameName: null, benefitNames: null }),
      'Claimed: a drop',
      'A drop is claimed.',
    ],
    [
      'of a running campaign tells when it ends',
      appeared({ startsAt: noon - day, endsAt: noon + 6 * day }),
      'New campaign for Rust',
      'Spring Week (Rust) was found. It ends in 6 days.',
    ],
    [
      'of a campaign to come tells when it starts',
      appeared({ startsAt: noon + 3 * 60 * minuteMs, endsAt: noon + day }),
      'New campaign for Rust',
      'Spring Week (Rust) starts in 3 hours. It ends in 24 hours.',
    ],
    [
      'of a claim by hand tells what to do',
      handedOver,
      'Claim it yourself: Rusty Key',
      'You earned Rusty Key (Spring Week, Rust), but Twitch lets only you claim it. Claim it on Twitch’s own page.',
    ],
    [
      'of a drop given up tells for what',
      givenUp,
      'Given up: Rusty Key',
      'Rusty Key (Spring Week, Rust) will not be earned as things stand. Its time goes to Summer Week.',
    ],
    [
      'of a must at risk has the words of the reason',
      {
        kind: 'reasonRaised',
        code: 'must-at-risk',
        sentence: 'You said that Rusty Key is a must, but it lacks 5 minutes.',
        todo: 'Give it time.',
        detail: { drop: 'Rusty Key' },
      },
      'At risk: Rusty Key',
      'You said that Rusty Key is a must, but it lacks 5 minutes. Give it time.',
    ],
    [
      'of an update names the version',
      { kind: 'updateFound', version: '1.2.0', link: 'https://example.org/1.2.0' },
      'Dropwise 1.2.0 is there',
      'A newer version of Dropwise can be had: 1.2.0.',
    ],
    [
      'of a failed backup says why',
      { kind: 'backupFailed', problem: 'the disk is full' },
      'A backup failed',
      'No backup could be made: the disk is full.',
    ],
  ];
  for (const [what, fact, title, text] of cases) {
    it(what, () => {
      const note = noteFor(fact);
      assert.deepEqual([note?.title, note?.text], [title, text]);
    });
  }

  const silent: [what: string, fact: NotableFact][] = [
    ['of a campaign that is over', appeared({ endsAt: noon - 1 })],
    ['of another reason', { kind: 'reasonRaised', code: 'twitch-slow', sentence: 'x', todo: '', detail: {} }],
    ['of a confirmed minute', confirmed],
    ['of a chosen channel', chosen()],
    ['of a dead miner, which is followed elsewhere', died],
    ['of a device code, which is followed elsewhere', codeIssued],
  ];
  for (const [what, fact] of silent) it(`${what} says nothing by itself`, () => assert.equal(noteFor(fact), null));

  it('of one miner among several names it', () => {
    const note = noteFor(claimed(), usualSettings.wants, { ...miner, name: 'TDM', alone: false });
    assert.equal(note?.title, 'Claimed: Rusty Key (TDM)');
  });

  it('about another drop has another key, and about the same the same', () => {
    const other = claimed({ dropName: 'Other', dropId: null });
    assert.notEqual(noteFor(claimed())?.key, noteFor(other)?.key);
    assert.equal(noteFor(claimed())?.key, noteFor(claimed({ benefitNames: [] }))?.key);
  });
});

describe('a campaign that is found', () => {
  const { wants } = usualSettings;
  const cases: [what: string, settings: WantSettings, wanted: boolean][] = [
    ['is wanted when the owner names nothing', wants, true],
    ['is wanted when its game is listed', { ...wants, priority: [' rust '] }, true],
    ['is not wanted when others are listed', { ...wants, priority: ['Ark'] }, false],
    ['is not wanted when its game is excluded', { ...wants, exclude: { ...wants.exclude, games: ['RUST'] } }, false],
    ['is not wanted when a keyword fits', { ...wants, exclude: { ...wants.exclude, keywords: ['spring'] } }, false],
    ['is wanted when its game is a must', { ...wants, wishes: { ...wants.wishes, games: { rust: 'must' } } }, true],
    [
      'is not wanted when its game is a fill',
      { ...wants, wishes: { ...wants.wishes, games: { rust: 'fill' } } },
      false,
    ],
    [
      'is not wanted when it is never to be mined, though its game is listed',
      { ...wants, priority: ['Rust'], wishes: { ...wants.wishes, campaigns: { 'spring week': 'never' } } },
      false,
    ],
  ];
  for (const [what, settings, wanted] of cases) {
    it(what, () => assert.equal(noteFor(appeared(), settings)?.wanted, wanted));
  }
});
