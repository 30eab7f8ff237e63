import { sayer } from '@dropwise/core';

/** What a login with this kind of client may not do. Protocol 0.2, 5.7. */
export const limitSayings = {
  'limit-claims':
    'Twitch may want a reward to be claimed on its own page. Dropwise then says so and gives the link; it does not claim for you there.',
  'limit-android': 'Twitch lets nobody sign in anew with this client (android): the login works until Twitch ends it.',
  'limit-mobile-web': 'Twitch has refused requests of this client (mobile-web); tv works.',
  'limit-web':
    'Twitch refuses the list of campaigns and claims to this client (web) unless a browser vouches for it; tv works.',
  'limit-no-list':
    'Twitch does not show this login ({client}) the list of all campaigns. Those in progress are known; others come from the community’s catalogue, if discovery.catalogue is on.',
  'limit-list-doubtful': 'Twitch may not show this login ({client}) the list of all campaigns.',
} as const;

export const sayOfLimit = sayer(limitSayings);
