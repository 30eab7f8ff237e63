import type { MinerArguments, OpenLogger } from '@dropwise/runtime';
import type { Trace } from '@dropwise/twitch';

/** Lines about the wire cost something, so they are made only where somebody reads them. */
export function traceFor(args: MinerArguments, log: OpenLogger): { readonly trace?: Trace } {
  const { debugGql, debugWs } = args;
  if (!debugGql && !debugWs && !log.isWritten('trace')) return {};
  return {
    trace(kind, line) {
      const asked = (kind === 'gql' && debugGql) || (kind === 'ws' && debugWs);
      log.log(asked ? 'info' : 'trace', `${kind}: ${line}`);
    },
  };
}
