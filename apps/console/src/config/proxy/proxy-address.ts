import { fail, type Result, succeed } from '@dropwise/kit';

export interface ProxyAddress {
  readonly scheme: 'http' | 'https' | 'socks5';
  readonly host: string;
  readonly port: number;
  readonly credentials: { readonly name: string; readonly password: string } | null;
}

const defaultPorts = { http: 80, https: 443, socks5: 1_080 } as const;

/** Reads what `network.proxy` allows. The failure names no part of the text, which may be a password. */
export function parseProxyAddress(text: string): Result<ProxyAddress, string> {
  const url = URL.parse(text);
  const scheme = url?.protocol.replace(/h?:$/, '');
  if (url === null || (scheme !== 'http' && scheme !== 'https' && scheme !== 'socks5') || url.hostname === '') {
    return fail('Expected an http, https or socks5 address such as socks5://127.0.0.1:1080.');
  }
  try {
    const name = decodeURIComponent(url.username);
    const password = decodeURIComponent(url.password);
    return succeed({
      scheme,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? defaultPorts[scheme] : Number(url.port),
      credentials: name === '' && password === '' ? null : { name, password },
    });
  } catch {
    return fail('The name or password in the address has a % that begins no escape. Write %25 for a percent sign.');
  }
}

/** Without name and password. */
export function formatProxyAddress({ scheme, host, port }: ProxyAddress): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
