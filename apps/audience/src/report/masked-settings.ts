import { maskSecrets } from '@dropwise/runtime';
import type { ProxySetting, RunSettings } from '../config/run-settings.ts';

/** What a report says of the settings: the same, but of credentials only that there were some. */
export function maskedSettings(settings: RunSettings): Record<string, unknown> {
  const { url, egress, nats, ...rest } = settings;
  return {
    url: maskedTarget(url),
    ...rest,
    nats: nats === null ? null : maskSecrets(nats),
    egress: { ...egress, proxies: egress.proxies.map(maskedProxy) },
  };
}

/** An address whose query may be a signature or a token: that there is one is said, not what. */
export function maskedTarget(address: string): string {
  if (!URL.canParse(address)) return maskSecrets(address);
  const url = new URL(address);
  const query = url.search === '' ? '' : '?…';
  return `${url.protocol}//${url.host}${url.pathname}${query}`;
}

function maskedProxy({ credentials, ...proxy }: ProxySetting): Record<string, unknown> {
  return { ...proxy, credentials: credentials === null ? null : '[credentials]' };
}
