/** The addresses that answers name. */
export interface Origins {
  readonly site: string;
  readonly images: string;
  readonly settings: string;
  readonly spade: string;
  readonly beacon: string;
  readonly hls: string;
  /** Set-Cookie attributes for the whole site. */
  readonly cookieAttributes: string;
}

const twitchDomains = ['twitch.tv', 'ttvnw.net', 'jtvnw.net', 'twitchcdn.net'];

const twitchOrigins: Origins = {
  site: 'https://www.twitch.tv',
  images: 'https://static-cdn.jtvnw.net',
  settings: 'https://assets.twitch.tv',
  spade: 'https://spade.twitch.tv',
  beacon: 'https://beacon.twitch.tv',
  hls: 'https://usher.ttvnw.net',
  cookieAttributes: 'Domain=.twitch.tv; Path=/; Secure; SameSite=None',
};

/**
 * Twitch's own names for a request that reached us under one of them (the hosts file points here), else the one
 * origin that the request used: whoever could reach that can follow every address in the answer.
 */
export function originsFor(scheme: string, host: string): Origins {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (twitchDomains.some((domain) => name === domain || name.endsWith(`.${domain}`))) return twitchOrigins;
  const own = `${scheme}//${host}`;
  const cookieAttributes = scheme === 'https:' ? 'Path=/; Secure; SameSite=None' : 'Path=/; SameSite=Lax';
  return { site: own, images: own, settings: own, spade: own, beacon: own, hls: own, cookieAttributes };
}
