import type { Failure, FailureClass } from './failure.ts';

/** How far a connection has come: what broke then says different things. */
export type DialStage = 'connecting' | 'proxy-tls' | 'tunnel' | 'origin-tls';

/** A socket's error before the connection stood. The system's code is named; its message may hold addresses only. */
export function dialFailure(error: Error, stage: DialStage, throughProxy: boolean): Failure {
  const code = errorCode(error);
  switch (stage) {
    case 'connecting':
      return throughProxy
        ? failure(isTimeout(code) ? 'proxy_timeout' : 'proxy_refused', `the proxy was not reached (${code})`)
        : failure(connectClass(code), `the origin was not reached (${code})`);
    case 'proxy-tls':
      return failure('proxy_refused', `TLS with the proxy failed (${code})`);
    case 'tunnel':
      return failure('proxy_refused', `the proxy broke off (${code})`);
    case 'origin-tls':
      return failure(isBreak(code) ? 'reset' : 'tls', `TLS with the origin failed (${code})`);
  }
}

/** The other side closed before the connection stood. */
export function dialClosed(stage: DialStage): Failure {
  return stage === 'origin-tls'
    ? failure('reset', 'the connection closed within the TLS handshake')
    : failure('proxy_refused', 'the proxy closed the connection before its tunnel stood');
}

export function dialTimedOut(stage: DialStage, throughProxy: boolean, limitMs: number): Failure {
  const within = `within ${limitMs} ms`;
  switch (stage) {
    case 'connecting':
      return throughProxy
        ? failure('proxy_timeout', `the proxy was not reached ${within}`)
        : failure('connect_timeout', `the origin was not reached ${within}`);
    case 'proxy-tls':
      return failure('proxy_timeout', `no TLS with the proxy ${within}`);
    case 'tunnel':
      return failure('proxy_timeout', `the proxy made no tunnel ${within}`);
    case 'origin-tls':
      return failure('connect_timeout', `no TLS with the origin ${within}`);
  }
}

/** A socket's error while an answer was awaited or read. */
export function exchangeFailure(error: Error): Failure {
  return failure('reset', `the connection broke (${errorCode(error)})`);
}

export function failure(failureClass: FailureClass, message: string): Failure {
  return { class: failureClass, message, status: null };
}

function connectClass(code: string): FailureClass {
  if (isTimeout(code)) return 'connect_timeout';
  return isBreak(code) ? 'reset' : 'connect_refused';
}

function isTimeout(code: string): boolean {
  return code === 'ETIMEDOUT';
}

function isBreak(code: string): boolean {
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
