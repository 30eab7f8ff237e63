import { NetworkError } from '@dropwise/kit';
import type { Check } from '../check.ts';
import { brokenBy, ok } from '../finding.ts';
import { findingOfNetworkError } from '../finding-of-failure.ts';

const toleratedMs = 60_000;

/** Compares with the `Date` of an answer: campaigns start and end by the clock. */
export const clockCheck: Check = {
  group: 'this machine',
  name: 'clock',
  async run({ clock, http, protocol, settings }, signal) {
    const timeoutMs = 10_000 * settings.network.connectionQuality;
    const url = `${protocol.endpoints.id}/oauth2/validate`;
    try {
      const { headers } = await http.send({ method: 'GET', url, headers: {}, timeoutMs, maxBytes: 100_000 }, signal);
      const theirs = Date.parse(headers.date ?? '');
      if (Number.isNaN(theirs)) return [ok('The answer bore no date to compare with.')];
      const offMs = clock.now() - theirs;
      const seconds = Math.round(Math.abs(offMs) / 1_000);
      if (Math.abs(offMs) <= toleratedMs) return [ok(`It agrees with Twitch’s (${seconds} s apart).`)];
      return [brokenBy('clock-off', { detail: `it is ${seconds} s ${offMs > 0 ? 'ahead' : 'behind'}` })];
    } catch (error) {
      if (error instanceof NetworkError) return [findingOfNetworkError('the date', error)];
      throw error;
    }
  },
};
