import * as v from 'valibot';

/** Left in the data directory by a running console, for those on the same machine who look for it. */
export interface ConsoleAddress {
  /** Ends in a slash, base path included. */
  readonly url: string;
  readonly pid: number;
}

const schema = v.object({ url: v.pipe(v.string(), v.url()), pid: v.number() });

export function parseConsoleAddress(text: string): ConsoleAddress | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** `0.0.0.0` and `::` are no address to ask: on the machine itself they are reached as loopback. */
export function addressToAsk(host: string, port: number, isTls: boolean, basePath: string): string {
  const named = host === '0.0.0.0' ? '127.0.0.1' : host === '::' || host === '[::]' ? '[::1]' : bracketed(host);
  return `${isTls ? 'https' : 'http'}://${named}:${port}${basePath}/`;
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
