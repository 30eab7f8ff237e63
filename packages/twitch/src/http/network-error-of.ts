import { NetworkError, type NetworkErrorKind } from '@dropwise/kit';

const tlsCodes = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'EPROTO',
];

const kindByCode: Readonly<Record<string, NetworkErrorKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  ERR_STREAM_PREMATURE_CLOSE: 'reset',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
};

interface Failure {
  readonly code: string;
  readonly address: string | null;
}

/** Puts an error of Node's into our words. `proxyLabel` is set while the way to the proxy is not yet behind us. */
export function networkErrorOf(error: unknown, host: string, proxyLabel: string | null): NetworkError {
  if (error instanceof NetworkError) return error;
  const { code, address } = failureOf(error);
  const kind = isTls(code) ? 'tls' : (kindByCode[code] ?? 'other');
  if (proxyLabel !== null) {
    return new NetworkError(
      'proxy',
      host,
      `the proxy ${proxyLabel} did not let us through to ${host} (${code}): check its address and credentials`,
    );
  }
  return new NetworkError(kind, host, messageOf(kind, host, code, address));
}

export function timeoutError(host: string, timeoutMs: number): NetworkError {
  return new NetworkError('timeout', host, `expected an answer from ${host} within ${timeoutMs / 1_000} s, found none`);
}

export function tooLargeError(host: string, maxBytes: number): NetworkError {
  return new NetworkError('tooLarge', host, `expected at most ${maxBytes} bytes from ${host}, found more`);
}

function messageOf(kind: NetworkErrorKind, host: string, code: string, address: string | null): string {
  switch (kind) {
    case 'dns':
      return `the name ${host} could not be found (${code}): check the network and DNS block lists`;
    case 'refused':
      return isBlockedAddress(host, address)
        ? `${host} leads to ${address}: a DNS block list or hosts file hides it; allow ${host} there`
        : `${host} refused the connection (${code})`;
    case 'tls':
      return `the certificate of ${host} is not trusted (${code}): something in between may open the connection`;
    case 'reset':
      return `${host} broke the connection off (${code})`;
    case 'timeout':
      return `${host} did not answer in time (${code})`;
    case 'proxy':
    case 'tooLarge':
    case 'other':
      return `the connection to ${host} failed (${code})`;
  }
}

/** Block lists answer with an address of the machine itself. Protocol 7. */
function isBlockedAddress(host: string, address: string | null): boolean {
  const isOwnName = host === 'localhost' || /^[\d.]+$/.test(host) || host.includes(':');
  return !isOwnName && address !== null && ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(address);
}

function isTls(code: string): boolean {
  return tlsCodes.includes(code) || /^(?:ERR_TLS|ERR_SSL|CERT_)/.test(code);
}

/** Node tries several addresses of a name: the first failure speaks for all. */
function failureOf(error: unknown): Failure {
  const first = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  if (typeof first !== 'object' || first === null) return { code: 'unknown', address: null };
  const code = 'code' in first && typeof first.code === 'string' ? first.code : 'unknown';
  const address = 'address' in first && typeof first.address === 'string' ? first.address : null;
  return { code, address };
}
