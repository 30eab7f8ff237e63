import type { Reason } from '../reason.ts';

/** What Twitch answers, or does not. */
export const twitchReasons = {
  'catalogue-null': {
    level: 'degraded',
    sentence: 'Twitch does not show this client the list of campaigns.',
    todo: 'Turn on discovery.catalogue, or open the campaigns you want once on Twitch’s own page.',
    stillWorks: 'Campaigns already in progress, and those named by live channels, are mined.',
  },
  'catalogue-incomplete': {
    level: 'degraded',
    sentence: 'Part of the list of campaigns did not arrive: {operation} says {detail}.',
    todo: '',
    stillWorks: 'What arrived is mined; the rest is asked for again.',
  },
  'catalogue-stale': {
    level: 'degraded',
    sentence: 'The list of campaigns is old: it could not be renewed.',
    todo: '',
    stillWorks: 'The last known campaigns are mined.',
  },
  'query-hash-stale': {
    level: 'broken',
    sentence: 'Twitch no longer knows the query {operation}.',
    todo: 'Update Dropwise, or put the new hash into config/protocol.json.',
    stillWorks: 'What needs no such query goes on.',
  },
  'operation-failing': {
    level: 'degraded',
    sentence: 'Twitch answers {operation} with an error: {detail}.',
    todo: '',
    stillWorks: 'It is asked again; everything else goes on.',
  },
  'twitch-down': {
    level: 'degraded',
    sentence: 'Twitch is having trouble ({operation}: {detail}).',
    todo: '',
    stillWorks: 'It is asked again, less and less often.',
  },
  'twitch-slow': {
    level: 'degraded',
    sentence: 'Twitch takes too long to answer {operation}.',
    todo: 'If your connection is slow, raise network.connectionQuality.',
    stillWorks: 'It is asked again.',
  },
  'not-json': {
    level: 'degraded',
    sentence: '{host} answers {operation} with something that is not JSON: {detail}.',
    todo: '',
    stillWorks: 'It is asked again.',
  },
  'html-answer': {
    level: 'degraded',
    sentence: '{host} answers {operation} with a web page instead of data.',
    todo: 'Check whether your network wants you to sign in, or a proxy stands in between.',
    stillWorks: 'It is asked again.',
  },
  'integrity-refused': {
    level: 'degraded',
    sentence: 'Twitch keeps {operation} for its own apps.',
    todo: 'Nothing to mend here. What needs you is shown with a link.',
    stillWorks: 'Everything that Twitch still allows goes on.',
  },
} as const satisfies Readonly<Record<string, Reason>>;
