import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCampaign, buildChannel, buildGame, buildStream } from '../drops/testing/build.ts';
import { lineReader } from './lines.ts';

const other = buildGame('Other', '2');
const channels = [
  buildChannel('1'),
  buildChannel('2'),
  buildChannel('3', { stream: null }),
  buildChannel('4', { stream: buildStream({ game: other }) }),
];
const lineOf = lineReader(channels);

describe('the line that a campaign stands in', () => {
  it('is its game where everybody may stream it', () => {
    assert.equal(lineOf(buildCampaign('a')), lineOf(buildCampaign('b')));
    assert.notEqual(lineOf(buildCampaign('a')), lineOf(buildCampaign('b', { game: other })));
  });
  it('is that of the others that the same channels stream now, whoever else is on their lists', () => {
    const line = lineOf(buildCampaign('a', { allow: ['2', '1', '3'] }));
    assert.notEqual(line, null);
    assert.equal(lineOf(buildCampaign('b', { allow: ['1', '2', '4', '9'] })), line);
  });
  it('is its own where one channel streams only one of them', () => {
    assert.notEqual(lineOf(buildCampaign('a', { allow: ['1', '2'] })), lineOf(buildCampaign('b', { allow: ['1'] })));
  });
  it('is none while nobody streams it', () => {
    assert.equal(lineOf(buildCampaign('a', { allow: ['3', '4', '9'] })), null);
  });
  it('is not shared by an open and an allow-listed campaign', () => {
    assert.notEqual(lineOf(buildCampaign('a')), lineOf(buildCampaign('b', { allow: ['1', '2'] })));
  });
});
