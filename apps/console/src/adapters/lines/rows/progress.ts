import type { ConfirmationSource } from '@dropwise/core';
import { dropId } from '@dropwise/kit';
import { sayOfAdapter } from '../../adapter-sayings.ts';
import { cleanName } from '../clean-text.ts';
import type { KnownNames, LineMeaning } from '../line-meaning.ts';
import { type LineRow, nothing, print, record } from '../line-row.ts';
import { fact, raised } from '../meanings.ts';
import { splitTrailingParenthesis } from '../trailing-parenthesis.ts';

const both = { tdm: record, rangermix: record } as const;
/** No confirmation for so long, and it is worth a word no more: the miner has left the drop by then. */
const unconfirmedMs = 30 * 60_000;

/** Peers 3.2, “Progress and claims”. Only what comes from the websocket and from GQL is Twitch's own word. */
export const progressRows: readonly LineRow[] = [
  minutesRow('drop update', /^Drop update from websocket: (?<drop>.+)$/, 'socket'),
  minutesRow('drop progress', /^Drop progress from GQL: (?<drop>.+)$/, 'current-session'),
  minutesRow('active search', /^Drop progress from active search: (?<drop>.+)$/, null),
  { id: 'no active drop', said: both, pattern: /^No active drop could be determined$/, means: nothing },
  {
    id: 'claimed',
    said: { tdm: print, rangermix: print },
    pattern: /^Claimed drop: (?<what>[\s\S]+)$/,
    means: (group, known) => [claimed(group('what'), known)],
  },
  {
    id: 'claim failed',
    said: both,
    pattern: /^Drop claim has potentially failed! Drop ID: (?<id>[\w#-]{1,120})$/,
    means: (group) => [
      fact('claimFailed', { dropId: dropId(group('id')), detail: 'the claim has potentially failed' }),
    ],
  },
  {
    id: 'claim of a stranger',
    said: both,
    pattern: /^Received a drop claim ID for a non-existing drop: (?<id>[\w#-]{1,120})(?:\nDrop claim ID: .*)?$/,
    means: (group) => [
      fact('inputRejected', { input: 'drop claim', problem: `the miner does not know drop ${group('id')}` }),
    ],
  },
  {
    id: 'extra minutes',
    said: both,
    pattern: /^At least one of the drops in campaign "(?<campaign>.+)" has reached the maximum extra minutes limit!$/,
    means: (group) => [
      raised({
        code: 'long-unconfirmed',
        said: sayOfAdapter('line-unconfirmed', { campaign: campaignOf(group('campaign')) }),
        lastsMs: unconfirmedMs,
      }),
    ],
  },
];

function minutesRow(id: string, pattern: RegExp, by: ConfirmationSource | null): LineRow {
  return {
    id,
    said: both,
    pattern,
    means: (group) => {
      const meaning = minutesIn(group('drop'), by);
      return meaning === null ? [] : [meaning];
    },
  };
}

/** `{drop} ({game}, {cur}/{req})`; `<Unknown>` and `Unknown drop ({game})` say nothing that can be counted. */
function minutesIn(text: string, by: ConfirmationSource | null): LineMeaning | null {
  const parts = splitTrailingParenthesis(text);
  const inside = /^(?<game>.+), (?<minutes>\d{1,7})\/(?<required>\d{1,7})$/.exec(parts?.inside ?? '')?.groups;
  if (parts === null || inside === undefined || parts.before === '') return null;
  return {
    kind: 'minutes',
    dropName: cleanName(parts.before),
    gameName: cleanName(inside.game ?? ''),
    minutes: Number(inside.minutes),
    requiredMinutes: Number(inside.required),
    by,
  };
}

/**
 * `{game} {reward, reward} ({claimed}/{total})`: nothing stands between game and rewards but a blank (or a line break), so they are
 * told apart only where the game was named before. The reward is then all that is known of the drop's name.
 */
function claimed(what: string, { gameNames }: KnownNames): LineMeaning {
  const text = splitTrailingParenthesis(what)?.before ?? what;
  const [firstLine = '', ...otherLines] = text.split('\n');
  if (otherLines.length > 0) return claimedOf(firstLine, otherLines.join(' '));
  const games = [...gameNames].filter((name) => text.startsWith(`${name} `));
  const game = games.toSorted((a, b) => b.length - a.length)[0];
  return game === undefined
    ? fact('dropClaimed', { dropName: cleanName(text) })
    : claimedOf(game, text.slice(game.length));
}

function claimedOf(game: string, rewards: string): LineMeaning {
  const benefitNames = rewards.split(', ').map((name) => cleanName(name));
  return fact('dropClaimed', { dropName: cleanName(rewards), gameName: cleanName(game), benefitNames });
}

/** `{campaign}({game})`, with nothing between them. */
function campaignOf(text: string): string {
  return cleanName(splitTrailingParenthesis(text)?.before || text);
}
