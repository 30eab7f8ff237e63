import type { ConsentGate, Grant } from '../consent/gate.ts';

export interface OpenGate extends ConsentGate {
  /** `host:port` that is refused. */
  readonly refused: Set<string>;
  /** What was looked up, `host:port` each. */
  readonly asked: Set<string>;
}

/** For tests of what is not consent: grants everything that is named to it as loopback. */
export function createOpenGate(): OpenGate {
  const grants = new Map<string, Grant>();
  const refused = new Set<string>();
  const asked = new Set<string>();
  return {
    refused,
    asked,
    lookUp(url) {
      asked.add(url.host);
      if (refused.has(url.host)) return { kind: 'refused', sentence: `Nobody consented for ${url.host}.` };
      const key = url.origin;
      let grant = grants.get(key);
      if (grant === undefined) {
        const scheme = url.protocol === 'https:' ? 'https' : 'http';
        const authority = {
          scheme,
          host: url.hostname,
          port: Number(url.port || (scheme === 'https' ? 443 : 80)),
        } as const;
        grant = { authority, addresses: ['127.0.0.1'], by: 'loopback', paths: [] };
        grants.set(key, grant);
      }
      return { kind: 'granted', grant };
    },
    ask(_url, _throughProxy, answered) {
      answered();
    },
  };
}
