import type { Failure, FailureKind } from '@dropwise/core';
import type { NetworkError } from '@dropwise/kit';
import type { CatalogueFailure, GqlFailure, LoginFailure } from '@dropwise/twitch';

const kindOfNetworkError: Readonly<Record<NetworkError['kind'], FailureKind>> = {
  dns: 'dns',
  proxy: 'proxy',
  reset: 'reset',
  timeout: 'slow',
  refused: 'unreachable',
  tls: 'unreachable',
  tooLarge: 'unexpectedShape',
  other: 'unreachable',
};

export function failureOfNetwork(operation: string, error: NetworkError): Failure {
  return { kind: kindOfNetworkError[error.kind], operation, detail: error.message, host: error.host };
}

export function failureOfGql(failure: GqlFailure): Failure {
  const { operation, message } = failure;
  if (failure.kind === 'unreachable') return failureOfNetwork(operation, failure.networkError);
  return { kind: kindOfGql(failure), operation, detail: message, host: null };
}

function kindOfGql(failure: Exclude<GqlFailure, { kind: 'unreachable' }>): FailureKind {
  switch (failure.kind) {
    case 'twitchDown':
    case 'serviceTrouble':
      return 'down';
    case 'unauthorized':
      return 'unauthorized';
    case 'integrityRefused':
      return 'integrity';
    case 'notJson':
      return failure.hint.includes('web page') ? 'html' : 'notJson';
    case 'unexpectedShape':
      return 'unexpectedShape';
    case 'staleHash':
      return 'hashStale';
    case 'noSession':
    case 'queueFull':
    case 'refused':
      return 'refused';
  }
}

export function failureOfCatalogue(failure: CatalogueFailure): Failure {
  const operation = 'catalogue';
  if (failure.kind === 'unreachable') return failureOfNetwork(operation, failure.networkError);
  const kind = { refused: 'refused', notJson: 'notJson', unexpectedShape: 'unexpectedShape' } as const;
  return { kind: kind[failure.kind], operation, detail: failure.message, host: null };
}

export function failureOfLogin(failure: LoginFailure): Failure {
  const operation = 'login';
  if (failure.kind === 'unreachable') return failureOfNetwork(operation, failure.networkError);
  const kind = failure.kind === 'twitchDown' ? 'down' : 'notJson';
  return { kind, operation, detail: failure.message, host: null };
}
