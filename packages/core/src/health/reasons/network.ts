import type { Reason } from '../reason.ts';

/** The way to Twitch: names, proxies, connections, sockets. */
export const networkReasons = {
  'twitch-unreachable': {
    level: 'degraded',
    sentence: '{host} cannot be reached: {detail}.',
    todo: 'Check your connection.',
    stillWorks: 'It is tried again, less and less often.',
  },
  'connection-reset': {
    level: 'degraded',
    sentence: 'The connection to {host} was cut.',
    todo: '',
    stillWorks: 'It is tried again.',
  },
  'dns-blocked': {
    level: 'degraded',
    sentence: 'The name {host} does not resolve. A block list (Pi-hole, AdGuard) is the usual cause.',
    todo: 'Allow {host} in your block list.',
    stillWorks: 'Another way of watching is tried.',
  },
  'proxy-failing': {
    level: 'broken',
    sentence: 'The proxy does not let us through: {detail}.',
    todo: 'Check the setting network.proxy.',
    stillWorks: '',
  },
  'socket-down': {
    level: 'degraded',
    sentence: 'The live connection to Twitch is down: {detail}.',
    todo: '',
    stillWorks: 'Progress is asked for instead; it is a little later.',
  },
  'socket-refused': {
    level: 'degraded',
    sentence: 'Twitch refuses the live connection: {detail}.',
    todo: '',
    stillWorks: 'Progress is asked for instead; it is a little later.',
  },
  'socket-silent': {
    level: 'degraded',
    sentence: 'The live connection is open, but Twitch sends nothing over it.',
    todo: '',
    stillWorks: 'Progress is asked for instead; it is a little later.',
  },
  'socket-no-pong': {
    level: 'degraded',
    sentence: 'Twitch stopped answering on the live connection.',
    todo: '',
    stillWorks: 'It is connected again.',
  },
  'socket-reconnecting': {
    level: 'degraded',
    sentence: 'Twitch asked the live connection to move to another server.',
    todo: '',
    stillWorks: 'It is connected again.',
  },
  'topics-refused': {
    level: 'degraded',
    sentence: 'Twitch refuses to send {topics}: {detail}.',
    todo: '',
    stillWorks: 'Progress is asked for instead; it is a little later.',
  },
} as const satisfies Readonly<Record<string, Reason>>;
