import type { LookupFunction } from 'node:net';

const freshMs = 30_000;
/** More names than this are looked up each time. */
const maxNames = 1_000;

/** Asks the system; the first address of a name. */
export type ResolveName = (host: string) => Promise<{ readonly address: string; readonly family: number }>;

interface Known {
  readonly answer: ReturnType<ResolveName>;
  readonly askedAtMs: number;
}

/** A lookup for proxies' own names: thousands of viewers behind one proxy ask once in 30 seconds. */
export function createProxyLookup(resolve: ResolveName, now: () => number): LookupFunction {
  const known = new Map<string, Known>();
  const ask = (host: string): Known['answer'] => {
    const held = known.get(host);
    if (held !== undefined && now() - held.askedAtMs < freshMs) return held.answer;
    const answer = resolve(host);
    if (held !== undefined || known.size < maxNames) known.set(host, { answer, askedAtMs: now() });
    answer.catch(() => known.delete(host));
    return answer;
  };
  return (host, options, answered) => {
    ask(host).then(
      ({ address, family }) =>
        options.all === true ? answered(null, [{ address, family }]) : answered(null, address, family),
      (error: unknown) => answered(error instanceof Error ? error : new Error('the name was not found'), '', 4),
    );
  };
}
