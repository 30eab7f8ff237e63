import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observe } from './fact-fields.ts';
import type { LineMeaning } from './line-meaning.ts';
import type { PeerMiner } from './line-row.ts';
import type { LogEntry } from './log-entry.ts';
import { findRow, readMeaning } from './read-meaning.ts';
import { lineRows } from './rows/index.ts';
import { recordedLines } from './testing/recorded-lines.ts';

const games = { gameNames: new Set(['Sample Game', 'Sample']) };

function meaningsOf(miner: PeerMiner, said: LogEntry['said'], text: string): readonly LineMeaning[] {
  return readMeaning({ at: 0, level: 'info', said, text }, miner, games);
}

/** `dropClaimed`, `raised twitch-down`, `status stopping`: what a line comes to, in short. */
function shortly(meaning: LineMeaning): string {
  switch (meaning.kind) {
    case 'fact':
      return meaning.fact.kind;
    case 'raised':
      return `raised ${meaning.reason.code}`;
    case 'cleared':
      return `cleared ${meaning.codes.join(' ')}`;
    case 'status':
      return `status ${meaning.phase}`;
    default:
      return meaning.kind;
  }
}

describe('every line that the other miners are known for is recognised', () => {
  for (const { row, miner, said, text, means } of recordedLines) {
    it(`${miner}: ${text.split('\n')[0]}`, () => {
      const found = findRow({ at: 0, level: 'info', said, text }, miner);
      assert.equal(found?.id, row);
      assert.deepEqual(meaningsOf(miner, said, text).map(shortly), means);
    });
  }
  it('and none of the table’s rows is without such a line, for each miner that says it', () => {
    const recorded = new Set(recordedLines.map(({ row, miner }) => `${miner} ${row}`));
    const needed = lineRows.flatMap((row) => Object.keys(row.said).map((miner) => `${miner} ${row.id}`));
    assert.deepEqual(
      needed.filter((each) => !recorded.has(each)),
      [],
    );
  });
  it('names of rows are there once', () => {
    assert.equal(new Set(lineRows.map(({ id }) => id)).size, lineRows.length);
  });
});

describe('what a line says', () => {
  it('goes into the fact, and what it does not say is null', () => {
    assert.deepEqual(meaningsOf('tdm', 'print', 'Watching: Blue_Hat'), [
      { kind: 'fact', fact: observe('channelChosen', { login: 'blue_hat' }) },
    ]);
  });
  it('may have parentheses in its names', () => {
    const text = 'Drop progress from GQL: Hat (blue) (Sample Game (2020), 17/60)';
    assert.deepEqual(meaningsOf('tdm', 'record', text), [
      {
        kind: 'minutes',
        dropName: 'Hat (blue)',
        gameName: 'Sample Game (2020)',
        minutes: 17,
        requiredMinutes: 60,
        by: 'current-session',
      },
    ]);
  });
  it('tells game and rewards of a claim apart by the longest game that was named before', () => {
    assert.deepEqual(meaningsOf('tdm', 'print', 'Claimed drop: Sample Game Blue Hat, Red Hat (1/3)'), [
      {
        kind: 'fact',
        fact: observe('dropClaimed', {
          dropName: 'Blue Hat, Red Hat',
          gameName: 'Sample Game',
          benefitNames: ['Blue Hat', 'Red Hat'],
        }),
      },
    ]);
  });
  it('leaves game and rewards together where no game was named', () => {
    assert.deepEqual(meaningsOf('tdm', 'print', 'Claimed drop: Other Game Cape (1/1)'), [
      { kind: 'fact', fact: observe('dropClaimed', { dropName: 'Other Game Cape' }) },
    ]);
  });
  it('counts as confirmed only where Twitch said it', () => {
    const by = (text: string) =>
      meaningsOf('tdm', 'record', text).map((each) => (each.kind === 'minutes' ? each.by : 0));
    assert.deepEqual(by('Drop update from websocket: Hat (Sample Game, 3/60)'), ['socket']);
    assert.deepEqual(by('Drop progress from GQL: Hat (Sample Game, 3/60)'), ['current-session']);
    assert.deepEqual(by('Drop progress from active search: Hat (Sample Game, 3/60)'), [null]);
    assert.deepEqual(by('Drop update from websocket: <Unknown>'), []);
    assert.deepEqual(by('Drop progress from active search: Unknown drop (Sample Game)'), []);
  });
  it('is not believed of a record what only prints say, nor the other way round', () => {
    assert.deepEqual(meaningsOf('tdm', 'record', 'Watching: bluehat'), []);
    assert.deepEqual(meaningsOf('tdm', 'print', 'Login successful, user ID: 1234'), []);
  });
  it('is nothing in another language, or in the middle of something else', () => {
    for (const text of ['Zuschauen: bluehat', 'He said Watching: bluehat', 'Exiting... not', '', '(1/3)']) {
      assert.deepEqual(meaningsOf('tdm', 'print', text), []);
    }
  });
  it('cannot take long, whatever a stranger has written', () => {
    const long = `Channel update from websocket: ${' -> '.repeat(1_000)}, game changed: ${', game changed: '.repeat(200)}`;
    const nested = `Drop update from websocket: ${'('.repeat(4_000)}`;
    assert.deepEqual(meaningsOf('tdm', 'record', long.slice(0, 4_000)), []);
    assert.deepEqual(meaningsOf('tdm', 'record', nested), []);
  });
});
