import type { NetworkError } from '@dropwise/kit';
import { describeShapeProblem, type ShapeProblem } from '../parsing/shape-problem.ts';
import type { GqlFailure } from './gql-failure.ts';

/** One constructor for each kind of failure, so that its sentence and its `canRetry` are said in one place. */

export const noSession = (operation: string): GqlFailure => ({
  kind: 'noSession',
  operation,
  canRetry: false,
  message: `${operation} needs a signed-in account and there is none: sign in first`,
});

export const queueFull = (operation: string): GqlFailure => ({
  kind: 'queueFull',
  operation,
  canRetry: true,
  message: `${operation} was not sent: too many requests are waiting already; ask less often`,
});

export const unreachable = (operation: string, networkError: NetworkError): GqlFailure => ({
  kind: 'unreachable',
  operation,
  canRetry: networkError.canRetry,
  message: `${operation} got no answer: ${networkError.message}`,
  networkError,
});

export const twitchDown = (operation: string, status: number): GqlFailure => ({
  kind: 'twitchDown',
  operation,
  canRetry: true,
  message: `${operation} expected an answer, found HTTP ${status}: Twitch has trouble, it passes by itself`,
  status,
});

export const unauthorized = (operation: string): GqlFailure => ({
  kind: 'unauthorized',
  operation,
  canRetry: false,
  message: `${operation}: Twitch does not accept the session any more; sign in again`,
});

export const integrityRefused = (operation: string): GqlFailure => ({
  kind: 'integrityRefused',
  operation,
  canRetry: false,
  message: `${operation}: Twitch refuses this to automated clients (integrity check); do this step on Twitch's own page`,
});

export const notJson = (operation: string, status: number, body: string): GqlFailure => {
  const hint = body.trimStart().startsWith('<')
    ? 'a web page came instead: a network login (captive portal) or a proxy may stand in between'
    : 'the text is broken: a proxy in between may cut it';
  return {
    kind: 'notJson',
    operation,
    canRetry: true,
    message: `${operation} expected JSON, found something else (HTTP ${status}): ${hint}`,
    hint,
  };
};

export const unexpectedShape = (operation: string, problem: ShapeProblem): GqlFailure => ({
  kind: 'unexpectedShape',
  operation,
  canRetry: false,
  message: `${operation}: ${describeShapeProblem(problem)}; Twitch changed this answer, look for an update of Dropwise`,
  problem,
});

export const staleHash = (operation: string, hash: string | null): GqlFailure => ({
  kind: 'staleHash',
  operation,
  canRetry: false,
  message: `${operation}: Twitch no longer knows the query hash ${hash?.slice(0, 8) ?? 'of this operation'}…; put the new one into config/protocol.json`,
  hash,
});

export const serviceTrouble = (operation: string, serviceMessage: string): GqlFailure => ({
  kind: 'serviceTrouble',
  operation,
  canRetry: true,
  message: `${operation}: Twitch answered "${serviceMessage}" again and again; it passes by itself`,
  serviceMessage,
});

export const refused = (operation: string, serviceMessage: string, status: number): GqlFailure => ({
  kind: 'refused',
  operation,
  canRetry: false,
  message: `${operation}: Twitch refused with "${serviceMessage}" (HTTP ${status})`,
  serviceMessage,
  status,
});
