/** How a change of settings is brought to a miner, and why it was not taken. */
export const pushSayings = {
  'sayings.push-silent':
    'The miner did not say within {seconds} s that it took the settings. Look at its log, or restart it.',
  'sayings.command-unanswered': 'The miner has not answered for {seconds} s. It may still do it; its log tells.',
  'sayings.command-too-many': '{commandCount} commands wait for the miner already. Wait until they are answered.',
  'sayings.peer-not-kept': '{peer} did not keep {name}: it has its own value there.',
  'sayings.peer-push-file': 'It does not run: the file is written, and read at its next start.',
  'sayings.peer-push-restart':
    'TDM reads its settings at its start and saves its own at its end: it is stopped, the file written, and started again.',
  'sayings.peer-push-api': 'rangermix takes the settings while it runs.',
} as const;
