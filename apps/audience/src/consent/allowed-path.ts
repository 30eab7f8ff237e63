/**
 * Whether a path lies under one of the prefixes: `/live/` and `/live` both cover `/live/a`, neither covers `/liveness`. A path
 * that a server may read otherwise than it stands (`/live/..%2fadmin`) must lie there in both readings.
 */
export function isPathAllowed(pathname: string, prefixes: readonly string[]): boolean {
  const decoded = decodeWhole(pathname);
  return decoded !== null && liesUnder(pathname, prefixes) && liesUnder(decoded, prefixes);
}

function liesUnder(pathname: string, prefixes: readonly string[]): boolean {
  return prefixes.some(
    (prefix) => pathname === prefix || pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
  );
}

/** Percent-decoded until nothing changes, `\` as `/`, dot segments resolved; null = not to be decoded. */
function decodeWhole(pathname: string): string | null {
  let text = pathname;
  for (let round = 0; round < 4; round++) {
    const decoded = decodeOnce(text);
    if (decoded === null) return null;
    if (decoded === text) return resolveDots(text.replaceAll('\\', '/'));
    text = decoded;
  }
  return null;
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function resolveDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '.' && segment !== '') kept.push(segment);
  }
  return `/${kept.join('/')}${/\/\.{0,2}$/.test(path) ? '/' : ''}`;
}
