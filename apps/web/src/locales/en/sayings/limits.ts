/** What a login with this kind of client may not do. */
export const limitSayings = {
  'sayings.limit-claims':
    'Twitch may want a reward to be claimed on its own page. Dropwise then says so and gives the link; it does not claim for you there.',
  'sayings.limit-android':
    'Twitch lets nobody sign in anew with this client (android): the login works until Twitch ends it.',
  'sayings.limit-mobile-web': 'Twitch has refused requests of this client (mobile-web); tv works.',
  'sayings.limit-web':
    'Twitch refuses the list of campaigns and claims to this client (web) unless a browser vouches for it; tv works.',
  'sayings.limit-no-list':
    'Twitch does not show this login ({client}) the list of all campaigns. Those in progress are known; others come from the community’s catalogue, if discovery.catalogue is on.',
  'sayings.limit-list-doubtful': 'Twitch may not show this login ({client}) the list of all campaigns.',
} as const;
