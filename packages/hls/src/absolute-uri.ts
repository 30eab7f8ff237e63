/** The part of the global `URL` that is used: this package compiles without the types of any platform. */
declare class URL {
  static canParse(url: string, base?: string): boolean;
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly href: string;
}

/** The address of `uri` as seen from the playlist's own, or null when it is not an http one. */
export function absoluteUri(uri: string | undefined, baseUrl: string): string | null {
  if (uri === undefined || uri === '' || !URL.canParse(uri, baseUrl)) return null;
  const { protocol, href } = new URL(uri, baseUrl);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
