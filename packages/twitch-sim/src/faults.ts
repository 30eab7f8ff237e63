import { type WatchTransportName, watchTransportNames } from '@dropwise/twitch/definitions';

/** What a fault is aimed at; without a target it means everything in its scope. */
interface Aim {
  /** See `faultTable[kind].target`. */
  readonly target?: string;
  /** How often it strikes before it is gone. Without `times` and `forMs`: until cleared. */
  readonly times?: number;
  /** How long it lasts on the simulator's clock. */
  readonly forMs?: number;
}

export type ListenError = 'ERR_BADAUTH' | 'ERR_SERVER' | 'ERR_BADTOPIC' | 'ERR_BADMESSAGE';
export type ClaimRefusal = 'status' | 'null' | 'dataErrors';

/** Everything that can go wrong on purpose. Protocol 0.2, 3.3, 4, 5.4, 7. */
export type Fault =
  | (Aim & { readonly kind: 'httpError'; readonly status?: number })
  | (Aim & { readonly kind: 'html' })
  | (Aim & { readonly kind: 'invalidJson' })
  | (Aim & { readonly kind: 'slow'; readonly delayMs?: number })
  | (Aim & { readonly kind: 'connectionReset' })
  | (Aim & { readonly kind: 'watchHostUnresolvable' })
  | (Aim & { readonly kind: 'unauthorized' })
  | (Aim & { readonly kind: 'serviceError' })
  | (Aim & { readonly kind: 'persistedQueryNotFound' })
  | (Aim & { readonly kind: 'serverErrorAtPath'; readonly path?: string })
  | (Aim & { readonly kind: 'serviceTimeout' })
  | (Aim & { readonly kind: 'serviceUnavailable' })
  | (Aim & { readonly kind: 'contextDeadlineExceeded' })
  | (Aim & { readonly kind: 'unknownError'; readonly message?: string })
  | (Aim & { readonly kind: 'staleHash'; readonly acceptedHash?: string })
  | (Aim & { readonly kind: 'failedIntegrityCheck' })
  | (Aim & { readonly kind: 'nullCatalogue' })
  | (Aim & { readonly kind: 'deviceLoginRefused' })
  | (Aim & { readonly kind: 'pollTooFast' })
  | (Aim & { readonly kind: 'deviceCookieMissing' })
  | (Aim & { readonly kind: 'watchUrlMissing' })
  | (Aim & { readonly kind: 'directoryGameNull' })
  | (Aim & { readonly kind: 'malformedCampaign'; readonly field?: string })
  | (Aim & { readonly kind: 'socketRefused' })
  | (Aim & { readonly kind: 'socketSilent' })
  | (Aim & { readonly kind: 'pongMissing' })
  | (Aim & { readonly kind: 'reconnectRequested' })
  | (Aim & { readonly kind: 'socketDropped'; readonly everyMs?: number })
  | (Aim & { readonly kind: 'listenRefused'; readonly error?: ListenError; readonly client?: string })
  | (Aim & { readonly kind: 'malformedSocketMessage' })
  | (Aim & { readonly kind: 'watchCredit'; readonly transports: readonly WatchTransportName[] })
  | (Aim & { readonly kind: 'wrongDropCredited' })
  | (Aim & { readonly kind: 'progressDuplicated' })
  | (Aim & { readonly kind: 'progressOutOfOrder' })
  | (Aim & { readonly kind: 'progressRegressing' })
  | (Aim & { readonly kind: 'progressUnreported' })
  | (Aim & { readonly kind: 'claimSignalMissing' })
  | (Aim & { readonly kind: 'claimFails'; readonly how?: ClaimRefusal })
  | (Aim & { readonly kind: 'streamUpWithoutStream' })
  | (Aim & { readonly kind: 'otherViewer' });

export type FaultKind = Fault['kind'];
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;

/** What `target` may name for a kind of fault. */
export type FaultScope =
  /** An operation (`Inventory`), a route (`token`, `track`, `playlist`, …) or a path (`/gql`). */
  | 'request'
  | 'operation'
  /** `tv`, `android`, `web`, `mobile-web`. */
  | 'client'
  /** `spade` or `beacon`. */
  | 'watchHost'
  /** `pubsub`, `hermes`, or one connection: `socket-3`. */
  | 'socket'
  /** `user-drop-events`, … */
  | 'topicKind'
  | 'campaign'
  | 'drop'
  | 'channel'
  | 'nothing';

export type FieldRule =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly default: number }
  | { readonly kind: 'text'; readonly default: string | null }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly default: string }
  | { readonly kind: 'choices'; readonly of: readonly string[] };

export interface FaultRow {
  readonly about: string;
  readonly target: FaultScope;
  /** Besides `target`, `times` and `forMs`. */
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** A state has no number of strikes: `times` is refused. */
  readonly isState: boolean;
}

const strike = (target: FaultScope, about: string, fields: FaultRow['fields'] = {}): FaultRow => ({
  about,
  target,
  fields,
  isState: false,
});
const state = (target: FaultScope, about: string, fields: FaultRow['fields'] = {}): FaultRow => ({
  about,
  target,
  fields,
  isState: true,
});
const listenErrors: readonly ListenError[] = ['ERR_BADAUTH', 'ERR_SERVER', 'ERR_BADTOPIC', 'ERR_BADMESSAGE'];
const claimRefusals: readonly ClaimRefusal[] = ['status', 'null', 'dataErrors'];

/** One row a fault: the control door validates by it, tests enumerate it. */
export const faultTable: Readonly<Record<FaultKind, FaultRow>> = {
  httpError: strike('request', 'answers with a 5xx status', {
    status: { kind: 'integer', min: 500, max: 599, default: 503 },
  }),
  html: strike('request', 'answers 200 with an HTML page, as a captive portal does'),
  invalidJson: strike('request', 'answers 200, application/json, with a body cut in the middle'),
  slow: strike('request', 'answers late', { delayMs: { kind: 'integer', min: 1, max: 3_600_000, default: 30_000 } }),
  connectionReset: strike('request', 'cuts the connection instead of answering'),
  watchHostUnresolvable: state('watchHost', 'the host that takes watch events has no address'),
  unauthorized: strike('operation', 'answers 401 as if the token were dead'),
  serviceError: strike('operation', 'GraphQL error "service error"'),
  persistedQueryNotFound: strike('operation', 'GraphQL error "PersistedQueryNotFound"'),
  serverErrorAtPath: strike('operation', 'GraphQL error "server error" with the path of a null', {
    path: { kind: 'text', default: null },
  }),
  serviceTimeout: strike('operation', 'GraphQL error "service timeout"'),
  serviceUnavailable: strike('operation', 'GraphQL error "service unavailable"'),
  contextDeadlineExceeded: strike('operation', 'GraphQL error "context deadline exceeded"'),
  unknownError: strike('operation', 'a GraphQL error that nobody knows', {
    message: { kind: 'text', default: 'the moon is in the way' },
  }),
  staleHash: state('operation', 'only one new hash is accepted', { acceptedHash: { kind: 'text', default: null } }),
  failedIntegrityCheck: strike('operation', 'GraphQL error "failed integrity check"'),
  nullCatalogue: state('client', 'ViewerDropsDashboard answers dropCampaigns: null'),
  deviceLoginRefused: state('client', 'device login answers 400 "invalid client"'),
  pollTooFast: strike('nothing', 'the token poll answers "slow_down"'),
  deviceCookieMissing: strike('nothing', 'the landing page sets no unique_id'),
  watchUrlMissing: strike('nothing', 'neither page nor settings script names a watch URL'),
  directoryGameNull: strike('nothing', 'the directory answers game: null'),
  malformedCampaign: state('campaign', 'one campaign of the lists lacks a field', {
    field: { kind: 'text', default: 'startAt' },
  }),
  socketRefused: strike('socket', 'a connection cannot be opened'),
  socketSilent: state('socket', 'no message is sent; PING is answered'),
  pongMissing: strike('socket', 'PING gets no answer (Hermes: no keepalive)'),
  reconnectRequested: strike('socket', 'the server asks for a reconnect, at once and on every new connection'),
  socketDropped: state('socket', 'the server drops the connection again and again', {
    everyMs: { kind: 'integer', min: 1_000, max: 86_400_000, default: 30_000 },
  }),
  listenRefused: strike('topicKind', 'a topic is refused', {
    error: { kind: 'choice', of: listenErrors, default: 'ERR_BADAUTH' },
    client: { kind: 'text', default: null },
  }),
  malformedSocketMessage: strike('topicKind', 'a message is cut in the middle'),
  watchCredit: state('nothing', 'only these ways of watching count; all keep answering success', {
    transports: { kind: 'choices', of: watchTransportNames },
  }),
  wrongDropCredited: strike('nothing', "a minute goes to another campaign's drop"),
  progressDuplicated: strike('drop', 'a progress report is sent twice'),
  progressOutOfOrder: strike('drop', 'a progress report overtakes the one before it'),
  progressRegressing: strike('drop', 'a progress report names fewer minutes than before'),
  progressUnreported: strike('drop', 'a minute counts but is told five minutes late'),
  claimSignalMissing: strike('drop', 'drop-claim is not sent, the reminder notification comes instead'),
  claimFails: strike('drop', 'a claim is refused', { how: { kind: 'choice', of: claimRefusals, default: 'status' } }),
  streamUpWithoutStream: strike('channel', 'a stream-up for a channel that stays offline'),
  otherViewer: state('channel', 'someone else watches on the account: minutes go to another channel'),
};

export const allFaultKinds: readonly FaultKind[] = Object.keys(faultTable).filter(
  (kind): kind is FaultKind => kind in faultTable,
);
