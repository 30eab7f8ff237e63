export const miners = {
  'miners.title': 'Miners',
  'miners.phase.stopped': 'Stopped',
  'miners.phase.starting': 'Starting',
  'miners.phase.ready': 'Ready',
  'miners.phase.running': 'Running',
  'miners.phase.degraded': 'Not quite well',
  'miners.phase.stopping': 'Stopping',
  'miners.phase.backingOff': 'Waiting to start again',
  'miners.phase.givenUp': 'Given up',
} as const;
