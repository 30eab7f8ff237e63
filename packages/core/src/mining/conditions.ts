import type { ReasonCode } from '../health/reason-codes.ts';
import { formatReason } from '../health/reasons.ts';
import { type Failure, reasonOfFailure } from './failure.ts';
import { patch, type Turn, tell } from './turn.ts';

type Detail = Readonly<Record<string, string>>;

/** Makes a reason hold, on behalf of `source`. Told once, however many sources have it. */
export function raise(turn: Turn, code: ReasonCode, source: string, detail: Detail = {}): void {
  const known = turn.state.conditions[code];
  const sources = known?.sources.includes(source)
    ? known.sources
    : [...(known?.sources ?? []), source].slice(-maxSources);
  const condition = {
    since: known?.since ?? turn.now,
    renewedAt: turn.now,
    sources,
    detail: known?.detail ?? detail,
  };
  patch(turn, { conditions: { ...turn.state.conditions, [code]: condition } });
  if (known === undefined) tell(turn, { kind: 'reasonRaised', code, ...formatReason(code, detail), detail });
}

const maxSources = 50;

/** Ends a reason, for `source` alone or for all of them. Told when the last source is gone. */
export function clear(turn: Turn, code: ReasonCode, source?: string): void {
  const known = turn.state.conditions[code];
  if (known === undefined) return;
  const sources = source === undefined ? [] : known.sources.filter((other) => other !== source);
  if (sources.length === known.sources.length) return;
  const { [code]: _gone, ...rest } = turn.state.conditions;
  if (sources.length > 0) {
    patch(turn, { conditions: { ...rest, [code]: { ...known, sources } } });
    return;
  }
  patch(turn, { conditions: rest });
  tell(turn, { kind: 'reasonCleared', code, lastedMs: turn.now - known.since });
}

/** Reasons whose sources are drops: they go with the drops. */
export const reasonsOfDrops = [
  'progress-contradicted',
  'progress-out-of-order',
  'claim-failing',
  'claim-by-hand',
] as const;

/** Reasons that come and go with an operation's answers. */
const operationReasons: readonly ReasonCode[] = [
  ...new Set(Object.values(reasonOfFailure).filter((code) => code !== null)),
];

export function noteFailure(turn: Turn, failure: Failure): void {
  const code = reasonOfFailure[failure.kind];
  if (code === null) return;
  for (const other of operationReasons) if (other !== code) clear(turn, other, failure.operation);
  raise(turn, code, failure.operation, {
    operation: failure.operation,
    detail: failure.detail,
    host: failure.host ?? 'Twitch',
  });
}

/** Trouble of the moment: once other requests succeed and it has not come back for a while, it is over. */
const passingReasons: readonly ReasonCode[] = [
  'twitch-unreachable',
  'connection-reset',
  'twitch-slow',
  'twitch-down',
  'html-answer',
  'not-json',
  'dns-blocked',
  'proxy-failing',
];
/** Longer than the longest pause between two tries of anything that goes on failing. */
const passesAfterMs = 25 * 60_000;

export function noteSuccess(turn: Turn, operation: string): void {
  for (const code of operationReasons) clear(turn, code, operation);
  for (const code of passingReasons) {
    const condition = turn.state.conditions[code];
    if (condition !== undefined && turn.now - condition.renewedAt > passesAfterMs) clear(turn, code);
  }
}
