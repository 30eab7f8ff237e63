import { sayer } from '@dropwise/core';

/** How a change of settings is brought to a miner, and why it was not taken. */
export const pushSayings = {
  'push-silent': 'The miner did not say within {seconds} s that it took the settings. Look at its log, or restart it.',
  'peer-not-kept': '{peer} did not keep {name}: it has its own value there.',
  'peer-push-file': 'It does not run: the file is written, and read at its next start.',
  'peer-push-restart':
    'TDM reads its settings at its start and saves its own at its end: it is stopped, the file written, and started again.',
  'peer-push-api': 'rangermix takes the settings while it runs.',
} as const;

export const sayOfPush = sayer(pushSayings);
