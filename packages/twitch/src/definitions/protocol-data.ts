/**
 * What Twitch changes several times a year, kept as data: addresses, client ids and query hashes. A file `config/protocol.json` in the data directory overrides any part of it
 * while the miner runs. Source: protocol sections 0.3, 1.1, 3.4.
 */
export interface ProtocolData {
  readonly endpoints: Endpoints;
  readonly clients: Readonly<Record<ClientName, ClientProfile>>;
  readonly hashes: Readonly<Record<OperationName, string>>;
  readonly socketDialect: SocketDialectName;
}

export interface Endpoints {
  /** Takes `POST`. */
  readonly gql: string;
  /** Origin of `/oauth2/device`, `/oauth2/token`, `/oauth2/validate`, `/oauth2/revoke`. */
  readonly id: string;
  /** Origin of `/api/channel/hls/<login>.m3u8`. */
  readonly usher: string;
  readonly pubsub: string;
  readonly hermes: string;
  /** Origin of landing and channel pages; null leaves each client profile its own. */
  readonly site: string | null;
  /** Origin of box art and rewards. */
  readonly images: string;
}

export type ClientName = 'tv' | 'android' | 'web' | 'mobile-web';
export const clientNames: readonly ClientName[] = ['tv', 'android', 'web', 'mobile-web'];

export interface ClientProfile {
  readonly clientId: string;
  /** Origin, no path. Sent as `Origin` and `Referer`. */
  readonly baseUrl: string;
  readonly userAgent: string;
}

export type WatchTransportName = 'spade' | 'gql' | 'hls';
export const watchTransportNames: readonly WatchTransportName[] = ['spade', 'gql', 'hls'];

export type SocketDialectName = 'pubsub' | 'hermes';
export const socketDialectNames: readonly SocketDialectName[] = ['pubsub', 'hermes'];

/** Persisted operations by Twitch's own names. */
export const operationNames = [
  'Inventory',
  'ViewerDropsDashboard',
  'DropCampaignDetails',
  'DirectoryPage_Game',
  'DirectoryGameRedirect',
  'VideoPlayerStreamInfoOverlayChannel',
  'DropCurrentSessionContext',
  'DropsPage_ClaimDropRewards',
  'DropsHighlightService_AvailableDrops',
  'OnsiteNotifications_DeleteNotification',
  'PlaybackAccessToken',
] as const;
export type OperationName = (typeof operationNames)[number];

const chrome = 'Chrome/138.0.7204.158';

export const defaultProtocolData: ProtocolData = {
  endpoints: {
    gql: 'https://gql.twitch.tv/gql',
    id: 'https://id.twitch.tv',
    usher: 'https://usher.ttvnw.net',
    pubsub: 'wss://pubsub-edge.twitch.tv/v1',
    hermes: 'wss://hermes.twitch.tv/v1',
    site: null,
    images: 'https://static-cdn.jtvnw.net',
  },
  clients: {
    tv: {
      clientId: 'ue6666qo983tsx6so1t0vnawi233wa',
      baseUrl: 'https://android.tv.twitch.tv',
      userAgent: `Mozilla/5.0 (Linux; Android 7.1; Smart Box C1) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} Safari/537.36`,
    },
    android: {
      clientId: 'kd1unb4b3q4t58fwlpcbzcbnm76a8fp',
      baseUrl: 'https://www.twitch.tv',
      userAgent: 'Dalvik/2.1.0 (Linux; U; Android 16) tv.twitch.android.app/25.3.0/2503006',
    },
    web: {
      clientId: 'kimne78kx3ncx6brgo4mv6wki5h1ko',
      baseUrl: 'https://www.twitch.tv',
      userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} Safari/537.36`,
    },
    'mobile-web': {
      clientId: 'r8s4dac0uhzifbpu9sjdiwzctle17ff',
      baseUrl: 'https://m.twitch.tv',
      userAgent: `Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome} Mobile Safari/537.36`,
    },
  },
  hashes: {
    Inventory: '8337eb8541b314040b0edde0c09c5c7a2783ba1960aa9edfbf3bac16d0fec404',
    ViewerDropsDashboard: 'd9cae7761dafab85908c85e6683cb4201b449e66ac3bb5e894f15ff12aeafaa7',
    DropCampaignDetails: '039277bf98f3130929262cc7c6efd9c141ca3749cb6dca442fc8ead9a53f77c1',
    DirectoryPage_Game: '86bcceb4e8b1a51256ff8eed8bd8aae4acacf80d737efe904f84f3aeadf8cafd',
    DirectoryGameRedirect: '1f0300090caceec51f33c5e20647aceff9017f740f223c3c532ba6fa59f6b6cc',
    VideoPlayerStreamInfoOverlayChannel: '198492e0857f6aedead9665c81c5a06d67b25b58034649687124083ff288597d',
    DropCurrentSessionContext: '4d06b702d25d652afb9ef835d2a550031f1cf762b193523a92166f40ea3d142b',
    DropsPage_ClaimDropRewards: 'a455deea71bdc9015b78eb49f4acfbce8baa7ccbedd28e549bb025bd0f751930',
    DropsHighlightService_AvailableDrops: '782dad0f032942260171d2d80a654f88bdd0c5a9dddc392e9bc92218a0f42d20',
    OnsiteNotifications_DeleteNotification: '13d463c831f28ffe17dccf55b3148ed8b3edbbd0ebadd56352f1ff0160616816',
    PlaybackAccessToken: 'ed230aa1e33e07eebb8928504583da78a5173989fadfb1ac94be06a04f3cdbe9',
  },
  socketDialect: 'pubsub',
};

/** Protocol data whose every address is one origin, as the simulator serves them: `http://127.0.0.1:8090`. */
export function protocolDataForOrigin(origin: string, base: ProtocolData = defaultProtocolData): ProtocolData {
  const { protocol, host } = new URL(origin);
  const socketOrigin = `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}`;
  const site = `${protocol}//${host}`;
  return {
    ...base,
    endpoints: {
      gql: `${site}/gql`,
      id: site,
      usher: site,
      pubsub: `${socketOrigin}/v1`,
      hermes: `${socketOrigin}/v1`,
      site,
      images: site,
    },
  };
}
