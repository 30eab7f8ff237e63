import type { Reason } from '@dropwise/core';

/**
 * What the console finds beside the miner's own reasons (`core/health`): the life of the process, and its memory. Same
 * form, same levels; codes never meet the miner's.
 */
export const consoleReasons = {
  'miner-starting': {
    level: 'starting',
    sentence: 'The miner is starting.',
    todo: '',
    stillWorks: 'History and settings can be seen and changed.',
  },
  'miner-not-starting': {
    level: 'broken',
    sentence: 'The miner has been starting for too long.',
    todo: 'Look at the last lines of its log, or start it anew.',
    stillWorks: 'History and settings can be seen and changed.',
  },
  'miner-waits-for-person': {
    level: 'broken',
    sentence: 'Nobody has signed in to Twitch, so nothing is mined.',
    todo: 'Open the address and enter the code that the console shows.',
    stillWorks: 'History and settings can be seen and changed.',
  },
  'miner-degraded': {
    level: 'degraded',
    sentence: 'The miner runs, but not well: {detail}.',
    todo: '',
    stillWorks: 'Mining goes on as far as it can.',
  },
  'miner-stopped': {
    level: 'broken',
    sentence: 'The miner is stopped.',
    todo: 'Start it when it shall mine.',
    stillWorks: 'History and settings can be seen and changed.',
  },
  'miner-restarting': {
    level: 'broken',
    sentence: 'The miner ended and is about to be started again: {detail}.',
    todo: 'Look at the last lines of its log if this goes on.',
    stillWorks: 'It is started again by itself.',
  },
  'miner-given-up': {
    level: 'broken',
    sentence: 'The miner ended again and again and is not started any more: {detail}.',
    todo: 'Mend what it says, then start it.',
    stillWorks: 'History and settings can be seen and changed.',
  },
  'miner-silent': {
    level: 'starting',
    sentence: 'The miner runs and has not said yet what it does.',
    todo: '',
    stillWorks: '',
  },
  'miner-blind': {
    level: 'broken',
    sentence: 'Twitch shows this client no list of campaigns, and no campaign is known from elsewhere.',
    todo: 'Turn on discovery.catalogue, or open the campaigns you want once on Twitch’s own page.',
    stillWorks: 'Channels are looked at for campaigns they name.',
  },
  'other-miner-down': {
    level: 'degraded',
    sentence: 'Another miner that the console looks after does not work.',
    todo: 'Look at the list of children.',
    stillWorks: 'The first miner goes on.',
  },
  'store-failing': {
    level: 'broken',
    sentence: 'The console cannot write down what happens: {detail}.',
    todo: 'Free space on the disk, or mend the rights of the data directory.',
    stillWorks: 'Mining goes on; what happens meanwhile is kept for as long as memory allows.',
  },
  'store-replaced': {
    level: 'degraded',
    sentence: 'The database could not be read and was set aside; history begins anew.',
    todo: 'Restore a backup if you have one.',
    stillWorks: 'Everything goes on.',
  },
} as const satisfies Readonly<Record<string, Reason>>;

export type ConsoleReasonCode = keyof typeof consoleReasons;

/** `{detail}` is filled in where one is given. */
export function describeConsoleReason(code: ConsoleReasonCode, detail = ''): { sentence: string; todo: string } {
  const { sentence, todo } = consoleReasons[code];
  const plain = detail.trim().replace(/\.+$/, '');
  return { sentence: sentence.replace('{detail}', () => plain || 'no details were given'), todo };
}
