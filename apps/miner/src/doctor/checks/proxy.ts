import { NetworkError } from '@dropwise/kit';
import type { Check } from '../check.ts';
import { brokenBy, ok } from '../finding.ts';
import { findingOfNetworkError } from '../finding-of-failure.ts';

export const proxyCheck: Check = {
  group: 'the way to Twitch',
  name: 'proxy',
  async run({ proxy, proxyProblem, http, protocol, settings }, signal) {
    if (proxyProblem !== null) return [brokenBy('proxy-failing', { detail: proxyProblem })];
    if (proxy === null) return [ok('None is set; requests go straight to Twitch.')];
    const timeoutMs = 10_000 * settings.network.connectionQuality;
    const url = `${protocol.endpoints.id}/oauth2/validate`;
    try {
      await http.send({ method: 'GET', url, headers: {}, timeoutMs, maxBytes: 100_000 }, signal);
      return [ok(`A request went through ${proxy.label} to ${new URL(url).host}.`)];
    } catch (error) {
      if (error instanceof NetworkError) return [findingOfNetworkError('a request through the proxy', error)];
      throw error;
    }
  },
};
