import type { MinerCommand } from '@dropwise/contract/miner-ipc';
import type { Input, MinerState } from '@dropwise/core';
import { assertNever, channelId } from '@dropwise/kit';

export interface CommandParts {
  readonly state: () => MinerState;
  readonly post: (input: Input) => void;
  readonly reloadSettings: () => Promise<void>;
}

/** Carries out what the console asks for. Resolves with null, or with a sentence why not. */
export async function runCommand(command: MinerCommand, parts: CommandParts): Promise<string | null> {
  const { post } = parts;
  switch (command.kind) {
    case 'reload':
      return whenSignedIn(parts, 'Nobody is signed in, so there is nothing to ask Twitch for. Sign in first.', () =>
        post({ kind: 'reloadRequested' }),
      );
    case 'selectChannel':
      return whenSignedIn(parts, 'Nobody is signed in, so nothing can be watched. Sign in first.', (state) => {
        const { login } = command;
        post({ kind: 'channelSelected', channelId: channelId(command.channelId || idOf(state, login)), login });
      });
    case 'exitManual':
      post({ kind: 'manualEnded' });
      return null;
    case 'reloadSettings':
      await parts.reloadSettings();
      return null;
    case 'retryLogin':
      if (parts.state().account.kind === 'signedIn') return 'Somebody is signed in already. Sign out first.';
      post({ kind: 'loginRetried' });
      return null;
    case 'signOut':
      post({ kind: 'signOutRequested' });
      return null;
    case 'stop':
      post({ kind: 'stopRequested' });
      return null;
    default:
      return assertNever(command);
  }
}

function whenSignedIn({ state }: CommandParts, otherwise: string, run: (state: MinerState) => void): string | null {
  const now = state();
  if (now.account.kind !== 'signedIn') return otherwise;
  run(now);
  return null;
}

/** Of a channel that is known by this login; empty = Twitch is asked. */
function idOf({ channels }: MinerState, login: string): string {
  const wanted = login.toLowerCase();
  return Object.values(channels).find((channel) => channel.login.toLowerCase() === wanted)?.id ?? '';
}
