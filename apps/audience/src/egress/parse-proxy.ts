import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { fail, type Result, succeed } from '@dropwise/kit';
import { nearestName } from '@dropwise/runtime';
import type { ProxySetting } from '../config/run-settings.ts';
import type { ProxyEndpoint } from '../wire/transport.ts';
import { parseByteSize } from './parse-byte-size.ts';

const schemes = ['http', 'https', 'socks5'] as const;
const optionNames = ['name', 'weight', 'budget'] as const;
const maxWeight = 1_000_000;
/** RFC 1929 gives a length one octet; nobody needs more elsewhere. */
const maxCredentialBytes = 255;

/** The name that the way without a proxy has. */
export const directName = 'direct';

/**
 * `socks5://user:password@host:1080 weight=2 budget=10GB name=paris`, as a flag or a line of a list. What is wrong
 * comes as a sentence that never repeats what was given for credentials.
 */
export function parseProxy(text: string): Result<ProxySetting, string> {
  const [address = '', ...options] = text.trim().split(/\s+/);
  const endpoint = parseEndpoint(address);
  if (!endpoint.ok) return endpoint;
  const parsed = parseOptions(options);
  if (!parsed.ok) return parsed;
  const { host, port } = endpoint.value;
  const { name = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`, weight = 1, budgetBytes = null } = parsed.value;
  return succeed({ ...endpoint.value, name, weight, budgetBytes });
}

function parseEndpoint(text: string): Result<ProxyEndpoint, string> {
  const match = /^([a-z0-9+.-]+):\/\/(?:(.*)@)?(\[[^\]@]*\]|[^:@/[\]]*)(?::(\d*))?\/?$/i.exec(text);
  if (match === null) return fail('Expected scheme://[user:password@]host:port, found something else.');
  const [, given = '', userinfo, hostText = '', portText = ''] = match;
  const scheme = schemes.find((known) => known === given.toLowerCase());
  if (scheme === undefined) return fail(`Expected the scheme http, https or socks5, found "${given.slice(0, 20)}".`);
  const host = parseHost(hostText);
  if (host === null) return fail('Expected a host name or an IP address before the port, found neither.');
  const port = Number(portText);
  if (portText === '' || port < 1 || port > 65_535) return fail(`Expected a port from 1 to 65535 after ${host}.`);
  if (userinfo === undefined) return succeed({ scheme, host, port, credentials: null });
  const credentials = parseCredentials(userinfo, scheme);
  return credentials.ok ? succeed({ scheme, host, port, credentials: credentials.value }) : credentials;
}

function parseHost(text: string): string | null {
  if (text.startsWith('[')) {
    const address = text.slice(1, -1);
    return isIP(address) === 6 ? address.toLowerCase() : null;
  }
  const name = domainToASCII(text);
  return /^[a-z0-9_]([a-z0-9._-]{0,252})$/.test(name) ? name : null;
}

function parseCredentials(
  userinfo: string,
  scheme: ProxyEndpoint['scheme'],
): Result<NonNullable<ProxyEndpoint['credentials']>, string> {
  const colon = userinfo.indexOf(':');
  if (colon < 0) return fail('Expected user:password before the @, found no colon.');
  const user = decoded(userinfo.slice(0, colon));
  const password = decoded(userinfo.slice(colon + 1));
  if (user === null || password === null) {
    return fail('Expected credentials in which % is followed by two hexadecimal digits; write %25 for a % itself.');
  }
  if (scheme !== 'socks5' && user.includes(':')) {
    return fail('Expected a user without a colon: Basic authentication ends the user there.');
  }
  const isTooLong = [user, password].some((part) => Buffer.byteLength(part) > maxCredentialBytes);
  if (user === '' || isTooLong)
    return fail(`Expected a user and a password of at most ${maxCredentialBytes} bytes each.`);
  if (scheme === 'socks5' && password === '') return fail('Expected a password: SOCKS5 knows no empty one.');
  if (/\p{Cc}/u.test(user + password)) return fail('Expected credentials without control characters.');
  return succeed({ user, password });
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

type Options = Partial<Pick<ProxySetting, 'name' | 'weight' | 'budgetBytes'>>;

function parseOptions(texts: readonly string[]): Result<Options, string> {
  const given = new Set<string>();
  let options: Options = {};
  for (const text of texts) {
    const [key = '', value = ''] = text.split(/=(.*)/s);
    const option = optionNames.find((name) => name === key);
    if (option === undefined) return fail(unknownOption(key));
    if (given.has(key)) return fail(`Expected ${key}= once, found it twice.`);
    given.add(key);
    const parsed = parseOption(option, value);
    if (!parsed.ok) return parsed;
    options = { ...options, ...parsed.value };
  }
  return succeed(options);
}

function parseOption(option: (typeof optionNames)[number], value: string): Result<Options, string> {
  switch (option) {
    case 'name':
      if (value === directName) return fail(`Expected another name: "${directName}" is the way without a proxy.`);
      return /^[\w.-]{1,64}$/.test(value)
        ? succeed({ name: value })
        : fail('Expected name= with 1 to 64 letters, digits, dots, hyphens or underscores.');
    case 'weight': {
      const weight = /^\d{1,7}(\.\d{1,6})?$/.test(value) ? Number(value) : 0;
      return weight > 0 && weight <= maxWeight
        ? succeed({ weight })
        : fail(`Expected weight= with a number above 0 and at most ${maxWeight}, found "${value.slice(0, 20)}".`);
    }
    case 'budget': {
      const budgetBytes = parseByteSize(value);
      return budgetBytes === null
        ? fail(`Expected budget= with a size such as 500MB or 10GB, found "${value.slice(0, 20)}".`)
        : succeed({ budgetBytes });
    }
  }
}

/** Whatever stands there may be the end of a password with a space in it: only what is near a known name is repeated. */
function unknownOption(key: string): string {
  const nearest = nearestName(key, optionNames);
  const hint = nearest === null ? '' : ` Did you mean ${nearest}=?`;
  return `Expected name=, weight= or budget= after the address.${hint} A space in a password is written %20.`;
}
