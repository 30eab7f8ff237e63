import type { Agent } from 'node:http';
import { fail, type Result, Secret, succeed } from '@dropwise/kit';

export type ProxyKind = 'http' | 'https' | 'socks5' | 'socks5h';
const proxyKinds: readonly ProxyKind[] = ['http', 'https', 'socks5', 'socks5h'];

/** One outgoing proxy for everything. `socks5h` lets the proxy resolve names. */
export interface ProxySettings {
  readonly kind: ProxyKind;
  /** With the credentials. */
  readonly url: Secret;
  /** Without them: for messages. */
  readonly label: string;
}

/** Reads `http://user:password@host:port` and its like; the failure never quotes the credentials. */
export function parseProxy(text: string): Result<ProxySettings, string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const kind = proxyKinds.find((candidate) => url?.protocol === `${candidate}:`);
  if (url === null || kind === undefined || url.hostname === '') {
    const found = url === null ? 'something else' : `scheme ${url.protocol.slice(0, 20)}`;
    return fail(`proxy: expected http, https, socks5 or socks5h://[user:password@]host[:port], found ${found}`);
  }
  return succeed({ kind, url: new Secret(url.href), label: `${kind}://${url.host}` });
}

export interface ProxyAgentOptions {
  readonly keepAlive: boolean;
  readonly maxSockets: number;
}

/** An agent that goes through the proxy. The libraries are loaded here, because most people have no proxy. */
export async function openProxyAgent({ kind, url }: ProxySettings, options: ProxyAgentOptions): Promise<Agent> {
  if (kind === 'socks5' || kind === 'socks5h') {
    const { SocksProxyAgent } = await import('socks-proxy-agent');
    return new SocksProxyAgent(url.reveal(), options);
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  return new HttpsProxyAgent(url.reveal(), options);
}
