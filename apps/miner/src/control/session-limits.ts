import type { MinerState, Said } from '@dropwise/core';
import { sayOfLimit } from './limit-sayings.ts';

/** What a login with this kind of client may not do. Protocol 0.2, 5.7. */
export function sessionLimits(clientName: string, catalogue: MinerState['inventory']['catalogue']): Said {
  return [...catalogueLimits(clientName, catalogue), ...clientLimits(clientName), sayOfLimit('limit-claims')];
}

function clientLimits(clientName: string): Said {
  switch (clientName) {
    case 'android':
      return [sayOfLimit('limit-android')];
    case 'mobile-web':
      return [sayOfLimit('limit-mobile-web')];
    case 'web':
      return [sayOfLimit('limit-web')];
    default:
      return [];
  }
}

function catalogueLimits(client: string, catalogue: MinerState['inventory']['catalogue']): Said {
  if (catalogue === 'complete') return [];
  return [sayOfLimit(catalogue === 'null' ? 'limit-no-list' : 'limit-list-doubtful', { client })];
}
