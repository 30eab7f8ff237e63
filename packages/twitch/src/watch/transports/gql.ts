import { gzipSync } from 'node:zlib';
import type { Clock } from '@dropwise/kit';
import type { GqlClient } from '../../gql/gql-client.ts';
import { sendSpadeEvents } from '../../gql/operations/send-spade-events.ts';
import type { Session } from '../../session.ts';
import { formatMinuteWatched } from '../minute-watched.ts';
import { outcomeOfFailure } from '../outcome-of-failure.ts';
import type { WatchTransport } from '../watch-transport.ts';

const acceptedStatus = 204;

/** Hands the same event to a GraphQL mutation. Protocol 3.15. */
export function createGqlTransport(parts: {
  gql: GqlClient;
  clock: Clock;
  session: () => Session | null;
}): WatchTransport {
  return {
    name: 'gql',
    beatMs: 60_000,
    async send(target, signal) {
      const session = parts.session();
      if (session === null) return { kind: 'refused', reason: 'there is no signed-in account', status: null };
      const events = formatMinuteWatched(target, session.userId, parts.clock.now());
      const gzipBase64 = gzipSync(events).toString('base64');
      const answer = await parts.gql.run(sendSpadeEvents, { gzipBase64 }, signal);
      if (!answer.ok) return outcomeOfFailure(answer.failure);
      if (answer.value === acceptedStatus) return { kind: 'accepted' };
      const reason = `expected status ${acceptedStatus} inside the answer, found ${answer.value ?? 'none'}`;
      return { kind: 'refused', reason, status: answer.value };
    },
  };
}
