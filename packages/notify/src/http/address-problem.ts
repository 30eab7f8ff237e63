/**
 * What was expected of a web address that cannot be used, to follow "expected"; null = it can. Addresses of the home
 * network are welcome: that is where people run Gotify. Those that only a machine's own cloud answers are not.
 */
export function addressProblem(text: string): string | null {
  if (text.length > 2_000) return 'an address of at most 2,000 characters';
  if (!URL.canParse(text)) return 'a web address such as https://example.org/path';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'an address that begins with https:// or http://';
  if (username !== '' || password !== '') return 'an address without a user name or password in it';
  if (isLinkLocal(hostname)) return 'an address that is not link-local (169.254.0.0/16, fe80::/10)';
  return null;
}

function isLinkLocal(hostname: string): boolean {
  return /^169\.254\.|^\[fe[89ab]|^\[::ffff:a9fe:/i.test(hostname);
}

/** `path` below `base`, whatever slashes stand between them. */
export function addressBelow(base: string, path: string): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = '';
  url.hash = '';
  return url.href;
}
