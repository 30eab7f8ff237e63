import type { AudienceConfiguration } from '@dropwise/contract/audience';
import { maskSecrets } from '@dropwise/runtime';

/** For the audit: of proxies only how many there are, of the address no query. */
export function shownConfiguration({ proxies, ...rest }: AudienceConfiguration): Record<string, unknown> {
  const count = (proxies ?? '').split(/\r?\n/).filter((line) => /^\s*[^\s#]/.test(line)).length;
  return {
    ...rest,
    ...(rest.url === undefined ? {} : { url: shownAddress(rest.url) }),
    ...(count === 0 ? {} : { proxies: `${count}, not shown` }),
  };
}

/** Where it leads, without what may be a signature, a token or a password. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return maskSecrets(address.slice(0, 2_000));
  const { protocol, host, pathname, search } = new URL(address);
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?…'}`;
}
