import { sayOfAdapter } from '../../adapter-sayings.ts';
import { cleanName } from '../clean-text.ts';
import { type LineRow, nothing, print, record } from '../line-row.ts';
import { complaintMs, raised } from '../meanings.ts';

const both = { tdm: record, rangermix: record } as const;
const bothPrint = { tdm: print, rangermix: print } as const;
/** Time for the next try after the wait: if that fails too, it is said again. */
const tryMs = 2 * 60_000;

/** Peers 3.2, “Network and GQL”. */
export const networkRows: readonly LineRow[] = [
  {
    id: 'twitch down',
    said: bothPrint,
    pattern: /^Twitch is down, retrying in (?<seconds>\d{1,6}) seconds\.\.\.$/,
    means: (group) => [
      raised({
        code: 'twitch-down',
        said: sayOfAdapter('line-twitch-down', { seconds: Number(group('seconds')) }),
        lastsMs: Number(group('seconds')) * 1_000 + tryMs,
      }),
    ],
  },
  {
    id: 'cannot connect',
    said: bothPrint,
    pattern: /^Cannot connect to Twitch, retrying in (?<seconds>\d{1,6}) seconds\.\.\.(?: \((?<url>.{1,2000})\))?$/,
    means: (group) => [
      raised({
        code: 'twitch-unreachable',
        said: sayOfAdapter('line-unreachable', { host: hostIn(group('url')), seconds: Number(group('seconds')) }),
        todo: sayOfAdapter('line-unreachable-todo'),
        lastsMs: Number(group('seconds')) * 1_000 + tryMs,
      }),
    ],
  },
  {
    id: 'query unknown',
    said: both,
    pattern: /^Retrying a PersistedQueryNotFound for (?<operation>.{1,120})$/,
    means: (group) => [
      raised({
        code: 'query-hash-stale',
        item: cleanName(group('operation'), 80),
        said: sayOfAdapter('line-query-unknown', { operation: cleanName(group('operation'), 80) }),
        todo: sayOfAdapter('line-query-unknown-todo'),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    id: 'retrying',
    said: both,
    pattern: /^Retrying a (?<what>.{1,120}) for (?<operation>.{1,120})$/,
    means: (group) => [
      raised({
        code: 'operation-failing',
        item: cleanName(group('operation'), 80),
        said: sayOfAdapter('line-operation-error', {
          operation: cleanName(group('operation'), 80),
          detail: cleanName(group('what'), 80),
        }),
        lastsMs: complaintMs,
      }),
    ],
  },
  {
    // Stands at the end of a traceback, below whatever the task was doing.
    id: 'not twitch',
    said: both,
    pattern:
      /Unexpected content type returned, usually due to being redirected\. Do you need to login for internet access\?/,
    means: () => [
      raised({
        code: 'html-answer',
        said: sayOfAdapter('line-web-page'),
        todo: sayOfAdapter('line-web-page-todo'),
        lastsMs: complaintMs,
      }),
    ],
  },
  { id: 'gql traffic', said: { tdm: record }, pattern: /^GQL (?:Request|Response): [\s\S]*$/, means: nothing },
  {
    id: 'http traffic',
    said: { tdm: record },
    pattern: /^(?:Request: \(method=[\s\S]*\)|Response: \d{3}: [\s\S]*)$/,
    means: nothing,
  },
];

function hostIn(url: string): string {
  return URL.parse(url)?.hostname || 'Twitch';
}
