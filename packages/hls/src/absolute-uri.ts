/** The part of the global `URL` that is used: this package compiles without the types of any platform. */
declare class URL {
  static parse(url: string, base?: string): URL | null;
  readonly protocol: string;
  readonly href: string;
}

/** The address of `uri` as seen from the playlist's own, or null when it is not an http one. */
export function absoluteUri(uri: string | undefined, baseUrl: string): string | null {
  if (uri === undefined || uri === '') return null;
  const url = URL.parse(uri, baseUrl);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
}
