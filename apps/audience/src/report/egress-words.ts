import type { EgressSample } from '@dropwise/contract/audience';

/** The name of the way without a proxy. */
export const directName = 'direct';

/** States in words; those of the circuit breaker would be read the wrong way round. */
export function egressStateWords(state: string): string {
  switch (state as EgressSample['state']) {
    case 'closed':
      return 'in use';
    case 'half-open':
      return 'being tried again';
    case 'open':
      return 'out after failures';
    case 'spent':
      return 'byte budget spent';
    case 'refused':
      return 'refused the credentials';
    default:
      return state;
  }
}

/** The proxy in the worst state, then the slowest; null = there is none. */
export function worstProxy(egress: readonly EgressSample[]): EgressSample | null {
  const ranks: readonly EgressSample['state'][] = ['closed', 'half-open', 'spent', 'open', 'refused'];
  const proxies = egress.filter(({ name }) => name !== directName);
  return proxies.reduce<EgressSample | null>((worst, proxy) => {
    if (worst === null) return proxy;
    const byState = ranks.indexOf(proxy.state) - ranks.indexOf(worst.state);
    const byDelay = (proxy.ttfbDueP95Ms ?? -1) - (worst.ttfbDueP95Ms ?? -1);
    return byState > 0 || (byState === 0 && byDelay > 0) ? proxy : worst;
  }, null);
}
