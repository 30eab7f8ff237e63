import { assertNever } from '@dropwise/kit';
import type { ResolvedClient } from '../client-profile.ts';
import type { ProtocolData } from '../definitions/index.ts';
import type { SocketDialect } from './dialect.ts';
import { createHermesDialect } from './dialects/hermes.ts';
import { createPubsubDialect } from './dialects/pubsub.ts';

/** The dialect that the protocol data of now names. */
export function createDialect(protocol: () => ProtocolData, client: ResolvedClient): SocketDialect {
  const { clientId, userAgent } = client;
  const name = protocol().socketDialect;
  switch (name) {
    case 'pubsub':
      return createPubsubDialect({ url: () => protocol().endpoints.pubsub, userAgent });
    case 'hermes':
      return createHermesDialect({ url: () => protocol().endpoints.hermes, clientId, userAgent });
    default:
      return assertNever(name);
  }
}
