import { sayOfAdapter } from '../../adapter-sayings.ts';
import { cleanName } from '../clean-text.ts';
import type { LineMeaning } from '../line-meaning.ts';
import { type LineRow, nothing, print, record } from '../line-row.ts';
import { complaintMs, fact, loginOf, raised } from '../meanings.ts';

const both = { tdm: record, rangermix: record } as const;
const bothPrint = { tdm: print, rangermix: print } as const;
/** What a miner says of a channel that left its list meanwhile. */
const unknownChannel = 'it is about a channel that the miner does not follow';

/** Peers 3.2, “Switching and channels”. */
export const channelRows: readonly LineRow[] = [
  {
    id: 'watching',
    said: bothPrint,
    pattern: /^Watching: (?<channel>.{1,80})$/,
    means: (group) => [fact('channelChosen', { login: loginOf(group('channel')) })],
  },
  {
    id: 'watching by hand',
    said: { rangermix: print },
    pattern: /^🎯 Manual Mode: Watching (?<channel>\S{1,80}) for (?<game>.{1,200})$/u,
    means: (group) => [
      fact('channelChosen', {
        login: loginOf(group('channel')),
        game: cleanName(group('game')),
        why: 'It was chosen by hand.',
      }),
    ],
  },
  {
    id: 'online, switching',
    said: bothPrint,
    pattern: /^(?<channel>.{1,80}) goes ONLINE, switching\.\.\.$/,
    means: wentLive,
  },
  {
    id: 'offline, switching',
    said: bothPrint,
    pattern: /^(?<channel>.{1,80}) goes OFFLINE, switching\.\.\.$/,
    means: wentOffline,
  },
  { id: 'online', said: both, pattern: /^(?<channel>.{1,80}) goes ONLINE$/, means: wentLive },
  { id: 'offline', said: both, pattern: /^(?<channel>.{1,80}) goes OFFLINE$/, means: wentOffline },
  {
    id: 'stays offline',
    said: both,
    pattern: /^(?<channel>.{1,80}) stays OFFLINE$/,
    means: (group) => [{ kind: 'channelSeen', login: loginOf(group('channel')), live: false, game: null, drops: null }],
  },
  {
    id: 'status updated',
    said: both,
    pattern:
      /^(?<channel>.{1,80}) status (?:has been )?updated(?:, switching\.\.\.)? \(🎁: [✔❌]\uFE0F? -> (?<drops>[✔❌])\uFE0F?\)$/u,
    means: (group) => [
      {
        kind: 'channelSeen',
        login: loginOf(group('channel')),
        live: null,
        game: null,
        drops: group('drops') === '✔',
      },
    ],
  },
  {
    id: 'channel update',
    said: both,
    pattern: /^Channel update from websocket: (?<channel>.{1,80}?)(?:, game changed: .{0,200}? -> (?<game>.{1,200}))?$/,
    means: (group) => [
      {
        kind: 'channelSeen',
        login: loginOf(group('channel')),
        live: null,
        game: group('game') === '' || group('game') === 'None' ? null : cleanName(group('game')),
        drops: null,
      },
    ],
  },
  {
    id: 'no available channels',
    said: bothPrint,
    pattern: /^No available channels to watch\. Waiting for an ONLINE channel\.\.\.$/,
    means: () => [fact('becameIdle', { why: 'idle-no-live-channel' })],
  },
  {
    id: 'no active campaigns',
    said: bothPrint,
    pattern: /^No active campaigns to mine drops for\. Waiting for an active campaign\.\.\.$/,
    means: () => [fact('becameIdle', { why: 'idle-no-campaigns' })],
  },
  {
    id: 'available drops failed',
    said: both,
    pattern: /^AvailableDrops GQL call failed for channel: (?<login>.{1,80})$/,
    means: (group) => [
      raised({
        code: 'operation-failing',
        item: 'AvailableDrops',
        said: sayOfAdapter('line-drops-unknown', { channel: loginOf(group('login')) }),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    id: 'watch failed',
    said: both,
    pattern: /^Watch requested failed for channel: (?<channel>.{1,80})$/,
    means: (group) => [
      raised({
        code: 'watch-failing',
        said: sayOfAdapter('line-watch-failed', { channel: loginOf(group('channel')) }),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    id: 'stream state of a stranger',
    said: both,
    pattern: /^Stream state change for a non-existing channel: (?<id>.{1,40})$/,
    means: () => [fact('inputRejected', { input: 'stream state', problem: unknownChannel })],
  },
  {
    id: 'settings of a stranger',
    said: both,
    pattern: /^Broadcast settings update for a non-existing channel: (?<id>.{1,40})$/,
    means: () => [fact('inputRejected', { input: 'broadcast settings', problem: unknownChannel })],
  },
  {
    id: 'unknown stream state',
    said: both,
    pattern: /^Unknown stream state: (?<type>.{1,200})$/,
    means: (group) => [
      fact('inputRejected', { input: 'stream state', problem: `the miner does not know ${cleanName(group('type'))}` }),
    ],
  },
  {
    id: 'chosen without drops',
    said: { rangermix: record },
    pattern: /^User selected channel (?<channel>.{1,80}) but it has no available drops$/,
    means: (group) => [{ kind: 'channelSeen', login: loginOf(group('channel')), live: null, game: null, drops: false }],
  },
  {
    id: 'entered manual mode',
    said: { rangermix: record },
    pattern: /^Entered manual mode for game: (?<game>.{1,200}), channel: (?<channel>.{1,80})$/,
    means: (group) => [fact('manualStarted', { login: loginOf(group('channel')) })],
  },
  {
    id: 'left manual mode',
    said: { rangermix: record },
    pattern: /^Exiting manual mode for game: (?<game>.{1,200}?)\. Reason: (?<reason>.{1,300})$/,
    means: (group) => [fact('manualEnded', { why: cleanName(group('reason')) })],
  },
  {
    id: 'manual mode goes on',
    said: { rangermix: record },
    pattern: /^Manual mode: (?:prioritizing game .{1,200}|switching to .{1,80} \(same game: .{1,200}\))$/,
    means: nothing,
  },
  {
    id: 'manual mode impossible',
    said: { rangermix: record },
    pattern: /^Cannot enter manual mode: channel (?<channel>.{1,80}) has no game$/,
    means: nothing,
  },
];

function wentLive(group: (name: string) => string): readonly LineMeaning[] {
  return [fact('channelWentLive', { login: loginOf(group('channel')) })];
}

function wentOffline(group: (name: string) => string): readonly LineMeaning[] {
  return [fact('channelWentOffline', { login: loginOf(group('channel')) })];
}
