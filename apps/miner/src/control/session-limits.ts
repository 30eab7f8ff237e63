import type { MinerState } from '@dropwise/core';

/** What a login with this kind of client may not do, one sentence each. Protocol 0.2, 5.7. */
export function sessionLimits(clientName: string, catalogue: MinerState['inventory']['catalogue']): readonly string[] {
  return [...catalogueLimits(clientName, catalogue), ...(clientLimits[clientName] ?? []), claimLimit];
}

const claimLimit =
  'Twitch may want a reward to be claimed on its own page. Dropwise then says so and gives the link; it does not claim for you there.';

const clientLimits: Readonly<Record<string, readonly string[]>> = {
  android: ['Twitch lets nobody sign in anew with this client (android): the login works until Twitch ends it.'],
  'mobile-web': ['Twitch has refused requests of this client (mobile-web); tv works.'],
  web: [
    'Twitch refuses the list of campaigns and claims to this client (web) unless a browser vouches for it; tv works.',
  ],
};

function catalogueLimits(clientName: string, catalogue: MinerState['inventory']['catalogue']): readonly string[] {
  if (catalogue === 'null') {
    return [
      `Twitch does not show this login (${clientName}) the list of all campaigns. Those in progress are known; others come from the community’s catalogue, if discovery.catalogue is on.`,
    ];
  }
  if (catalogue === 'complete') return [];
  return [`Twitch may not show this login (${clientName}) the list of all campaigns.`];
}
