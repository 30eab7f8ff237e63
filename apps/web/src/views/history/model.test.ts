import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../locales/en/index.ts';
import { claimsAddress, claimsCsv, fitsText, readAllClaims } from './claims-query.ts';
import { formatCsv } from './csv.ts';
import { eventGroups, groupsFrom, kindsOf, usualGroups, valuesOf, whyKey } from './event-words.ts';
import { eventAddresses, mergedPages } from './events-query.ts';
import { addressOf, byWeeks, daysFrom, everyDay, instantOf, longest, stripsOf, tabFrom } from './model.ts';

const range = { from: '2026-02-27', to: '2026-03-02', since: 0, until: 0 };

describe('the address', () => {
  it('holds the part and the range', () => {
    assert.equal(tabFrom('claims'), 'claims');
    assert.equal(tabFrom('odd'), 'overview');
    assert.equal(addressOf('overview', ''), 'history');
    assert.equal(addressOf('events', 'days=7'), 'history/events?days=7');
    assert.equal(daysFrom(new URLSearchParams('days=90')), 90);
    assert.equal(daysFrom(new URLSearchParams('days=12')), 30);
  });
});

describe('days', () => {
  it('are all there, also those of which nothing is told, and the two kinds of minutes stay apart', () => {
    const days = everyDay({
      range,
      days: [{ day: '2026-03-01', claims: 2, confirmedMinutes: 90, estimatedMinutes: 120 }],
    });
    assert.deepEqual(
      days.map(({ day }) => day),
      ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'],
    );
    assert.deepEqual(days[2], { day: '2026-03-01', claims: 2, confirmedHours: 1.5, estimatedHours: 2 });
    assert.equal(days[0]?.claims, 0);
  });

  it('become weeks without losing one, the first of them shorter', () => {
    const days = Array.from({ length: 16 }, (_, index) => ({
      day: `d${index}`,
      claims: 1,
      confirmedHours: 2,
      estimatedHours: 3,
    }));
    const weeks = byWeeks(days);
    assert.deepEqual(
      weeks.map(({ day, claims }) => [day, claims]),
      [['d0', 2], ['d2', 7], ['d9', 7]], // biome-ignore format: a row
    );
    assert.equal(weeks[1]?.confirmedHours, 14);
    assert.deepEqual(byWeeks([]), []);
  });

  it('are named the same in every time zone', () =>
    assert.equal(new Date(instantOf('2026-03-01')).toISOString(), '2026-03-01T12:00:00.000Z'));
});

it('bars of both kinds of minutes have one measure', () => {
  const item = { key: 'a', name: 'a', under: null, claims: 0, confirmedMinutes: 5, estimatedMinutes: 9 };
  assert.equal(longest([item]), 9);
  assert.equal(longest([]), 1);
});

describe('when a miner ran', () => {
  it('is told from when it is first heard of', () => {
    const strips = stripsOf({ from: 0, to: 100 }, [{ from: 40, to: 60 }], 20);
    assert.deepEqual(strips, [
      { kind: 'unknown', share: 0.2 },
      { kind: 'up', share: 0.2 },
      { kind: 'down', share: 0.2 },
      { kind: 'up', share: 0.4 },
    ]);
  });
  it('may be nothing, all, or down to the end', () => {
    assert.deepEqual(stripsOf({ from: 0, to: 0 }, [], 0), []);
    assert.deepEqual(stripsOf({ from: 0, to: 10 }, [], 0), [{ kind: 'up', share: 1 }]);
    assert.deepEqual(stripsOf({ from: 0, to: 10 }, [{ from: 0, to: 10 }], 0), [{ kind: 'down', share: 1 }]);
    assert.deepEqual(stripsOf({ from: 0, to: 10 }, [], 10), [{ kind: 'unknown', share: 1 }]);
  });
});

describe('the file of claims', () => {
  const claim = {
    seq: 1,
    at: 0,
    childId: 'miner',
    dropId: null,
    dropName: '=HYPERLINK("http://evil")',
    campaignId: null,
    campaignName: null,
    gameName: 'A, "B"\nC',
    benefitNames: ['x', '+y'],
  };

  it('never holds what a spreadsheet would run', () => {
    const [, row] = claimsCsv([claim]).split('\r\n');
    assert.equal(row, `1970-01-01T00:00:00.000Z,"'=HYPERLINK(""http://evil"")",,"A, ""B""\nC",x; +y,miner,,`);
    for (const start of ['=', '+', '-', '@', '\t', '\uff1d']) assert.match(formatCsv([[`${start}1`]]), /^"?'/);
    assert.equal(formatCsv([['a', 1, null]]), 'a,1,\r\n');
  });

  it('is read page by page and says where it was cut', async () => {
    const read = async (before: number | null, limit: number) => ({
      items: Array.from({ length: limit }, () => claim),
      next: (before ?? 100) - 1,
    });
    const counts: number[] = [];
    const all = await readAllClaims(read, (count) => counts.push(count));
    assert.deepEqual([all.claims.length, all.isCut, counts.length, counts[0]], [20_000, true, 20, 1_000]);
    const few = await readAllClaims(
      async () => ({ items: [claim], next: null }),
      () => {},
    );
    assert.deepEqual([few.claims.length, few.isCut], [1, false]);
  });

  it('is asked for in the words of the search', () => {
    assert.equal(
      claimsAddress({ text: 'a&b', since: 10.4 }, 7, 50),
      'api/history/claims?since=10&limit=50&text=a%26b&before=7',
    );
    assert.equal(fitsText({ dropName: 'Hat', benefitNames: ['Red Skin'] }, 'skin'), true);
    assert.equal(fitsText({ dropName: 'Hat', benefitNames: null }, 'skin'), false);
  });
});

describe('events', () => {
  it('of every kind have a sentence', () => {
    for (const kind of kindsOf(eventGroups)) assert.ok(`history.event.${kind}` in en, `expected words for ${kind}`);
  });

  it('are chosen in groups; every minute is left out at first', () => {
    assert.deepEqual(groupsFrom(new URLSearchParams()), usualGroups);
    assert.equal(usualGroups.includes('progress'), false);
    assert.deepEqual(groupsFrom(new URLSearchParams('show=plan,odd')), ['plan']);
    assert.ok(kindsOf(['drops']).includes('dropClaimed'));
  });

  it('bring their fields along in words, and say what their source does not know', () => {
    const words = {
      duration: (ms: number) => `${ms} ms`,
      list: (items: readonly string[]) => items.join('+'),
      date: (at: number) => `at ${at}`,
      unknown: '?',
    };
    const fact = {
      kind: 'x',
      lastedMs: 5,
      retryAt: 9,
      minutes: 3,
      login: null,
      keys: ['a', 'b'],
      none: [],
      accepted: true,
    };
    const { lastedMs, retryAt, minutes, login, keys, none, accepted, ...known } = valuesOf(fact, words);
    assert.deepEqual([lastedMs, retryAt, minutes, accepted], ['5 ms', 'at 9', 3, 'true']);
    assert.deepEqual([login, keys, none], ['?', 'a+b', '?']);
    assert.deepEqual([known.loginKnown, known.keysKnown, known.noneKnown], ['no', 'yes', 'no']);
    assert.equal('kind' in known, false);
  });

  it('say why in words where the miner has a word for it', () => {
    assert.equal(whyKey('current-unwatchable'), 'history.why.unwatchable');
    assert.equal(whyKey('first'), null);
    assert.equal(whyKey('constructor'), null);
  });

  it('are asked for in as many questions as the kinds need, and merged down to where all of them reach', () => {
    const kinds = Array.from({ length: 60 }, (_, index) => `k${index}`);
    const addresses = eventAddresses({ kinds, text: '', since: 0 }, null, 10);
    assert.equal(addresses.length, 2);
    assert.match(addresses[1] ?? '', /kind=k50%2C/);
    const page = (seqs: number[], next: number | null) => ({ items: seqs.map((seq) => ({ seq })), next });
    assert.deepEqual(mergedPages([page([9, 7, 5], 5), page([8, 2, 1], null)]), {
      items: [9, 8, 7, 5].map((seq) => ({ seq })),
      next: 5,
    });
    assert.deepEqual(mergedPages([page([9], null), page([], null)]).next, null);
  });
});
