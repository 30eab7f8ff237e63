import { assertNever } from '@dropwise/kit';
import { resolveClient } from '@dropwise/twitch';
import type { Check } from '../check.ts';
import { broken, brokenBy, ok } from '../finding.ts';
import { findingOfNetworkError } from '../finding-of-failure.ts';

/** Asks Twitch whose token this is. Protocol 2.4. */
export const tokenCheck: Check = {
  group: 'Twitch',
  name: 'sign-in',
  async run({ restored, jar, client, protocol }) {
    const outcome = await restored();
    const { name } = resolveClient(client, protocol);
    switch (outcome.kind) {
      case 'signedIn':
        return [ok(`Signed in as ${outcome.session.login} with the ${name} client.`)];
      case 'nothingStored':
        return [ok('Nobody is signed in here yet: the miner will show a code to enter.')];
      case 'invalid':
        return [broken('Twitch no longer accepts the stored session.', 'Start the miner and sign in again.')];
      case 'wrongClient': {
        const issuer = jar.issuer?.clientName ?? `client ${outcome.foundClientId}`;
        const todo = `Set twitch.client to ${issuer}, or start the miner and sign in again.`;
        return [broken(`The stored session belongs to ${issuer}, and twitch.client is ${name}.`, todo)];
      }
      case 'unreachable':
        return [findingOfNetworkError('sign-in', outcome.networkError)];
      case 'twitchDown':
        return [brokenBy('twitch-down', { operation: 'sign-in', detail: `HTTP ${outcome.status}` })];
      case 'unexpectedAnswer':
        return [brokenBy('operation-failing', { operation: 'sign-in', detail: outcome.message })];
      default:
        return assertNever(outcome);
    }
  },
};
