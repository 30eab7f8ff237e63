import type { ClientName, ClientProfile, ProtocolData } from './definitions/index.ts';

/** Which of Twitch's own clients Dropwise signs in as. */
export type ClientChoice =
  | { readonly kind: 'named'; readonly name: ClientName }
  /** Missing parts are the TV client's. */
  | { readonly kind: 'custom'; readonly clientId: string; readonly baseUrl?: string; readonly userAgent?: string };

export interface ResolvedClient extends ClientProfile {
  readonly name: ClientName | 'custom';
}

/** The profile that a choice names, from the protocol data of now. Protocol 1.1. */
export function resolveClient(choice: ClientChoice, protocol: ProtocolData): ResolvedClient {
  if (choice.kind === 'named') return { name: choice.name, ...protocol.clients[choice.name] };
  const { tv } = protocol.clients;
  return {
    name: 'custom',
    clientId: choice.clientId,
    baseUrl: choice.baseUrl ?? tv.baseUrl,
    userAgent: choice.userAgent ?? tv.userAgent,
  };
}

/** Origin of the landing page, whose host the login cookies belong to. */
export function siteUrlOf(client: ResolvedClient, protocol: ProtocolData): string {
  return protocol.endpoints.site ?? client.baseUrl;
}
