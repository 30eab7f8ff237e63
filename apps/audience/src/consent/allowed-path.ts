/**
 * Whether a path lies under one of the prefixes: `/live/` and `/live` both cover `/live/a`, neither covers `/liveness`. A path
 * that a server may read otherwise than it stands (`/live/..%2fadmin`) must lie there in both readings.
 */
export function isPathAllowed(pathname: string, prefixes: readonly string[]): boolean {
  if (!liesUnder(pathname, prefixes)) return false;
  if (!/[%\\]|\/\./.test(pathname)) return true;
  const decoded = decodeWhole(pathname);
  return decoded !== null && liesUnder(decoded, prefixes.map(decodeOnce));
}

function liesUnder(pathname: string, prefixes: readonly string[]): boolean {
  return prefixes.some(
    (prefix) => pathname === prefix || pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
  );
}

const maxDecodings = 4;

/** Percent-decoded until nothing changes, `\` as `/`, dot segments resolved; null = wrapped more often than anybody means. */
function decodeWhole(pathname: string): string | null {
  let text = pathname;
  for (let round = 0; round < maxDecodings; round++) {
    const decoded = decodeOnce(text);
    if (decoded === text) return resolveDots(text.replaceAll('\\', '/'));
    text = decoded;
  }
  return null;
}

/** Byte by byte: only what separates and what climbs matters. What is no escape stays, as servers leave it. */
function decodeOnce(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function resolveDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '.' && segment !== '') kept.push(segment);
  }
  return `/${kept.join('/')}${/\/\.{0,2}$/.test(path) ? '/' : ''}`;
}
