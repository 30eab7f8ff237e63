import { formatReason } from '@dropwise/core';
import { assertNever } from '@dropwise/kit';
import type { Check } from '../check.ts';
import { broken, notedBy, ok } from '../finding.ts';

/** Whether the live connection opens, and whether Twitch serves the account's progress over it. Protocol 4. */
export const socketCheck: Check = {
  group: 'Twitch',
  name: 'live connection',
  async run(context, signal) {
    const outcome = await context.restored();
    if (outcome.kind !== 'signedIn') return [ok('Not tried: that takes an account that is signed in.')];
    const { socketDialect } = context.protocol;
    const trial = await context.tryTopic(signal);
    switch (trial.kind) {
      case 'accepted':
        return [ok(`Connected (${socketDialect}); Twitch will tell of progress over it.`)];
      case 'refused':
        // Progress is asked for instead: later, but nothing is lost.
        return [notedBy('topics-refused', { topics: 'the progress of drops', detail: trial.code })];
      case 'notConnected':
        return [
          broken(
            formatReason('socket-refused', { detail: trial.reason }).sentence,
            'Check whether a firewall or proxy holds back web sockets.',
          ),
        ];
      default:
        return assertNever(trial);
    }
  },
};
