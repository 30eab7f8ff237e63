import type { Check } from '../check.ts';
import { broken, ok } from '../finding.ts';
import { findingOfNetworkError } from '../finding-of-failure.ts';

/** Watch events go where a channel's page says. Protocol 5.1. */
export const watchAddressCheck: Check = {
  group: 'Twitch',
  name: 'watch address',
  async run({ watchUrls }) {
    const found = await watchUrls();
    if (found.ok) return [ok(`Channel pages name it: ${found.value.join(', ')}.`)];
    if (found.failure.kind === 'unreachable')
      return [findingOfNetworkError('the channel page', found.failure.networkError)];
    const todo = 'Look for an update of Dropwise; until then the other ways of watching are used.';
    return [broken(`No watch address was found: ${found.failure.reason}.`, todo)];
  },
};
