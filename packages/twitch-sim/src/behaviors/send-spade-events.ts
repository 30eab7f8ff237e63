import { gunzipSync } from 'node:zlib';
import {
  answerData,
  answerError,
  type OperationAnswer,
  type OperationCall,
  objectVariable,
  textVariable,
} from './behavior.ts';
import { receiveWatchEvents } from './watch-events.ts';

/** Raw mutations are known by this word, not by their text. Protocol 3.15. */
export const sendSpadeEventsMark = 'sendSpadeEvents';

const maxEventBytes = 64 * 1024;

/** The mutation that takes watch events: still acknowledged, no longer counted unless the world says so. */
export function answerSendSpadeEvents({ world, tally, variables }: OperationCall): OperationAnswer {
  const input = objectVariable(variables, 'input');
  const encoded = textVariable(input, 'data');
  if (encoded === null || input.encoding !== 'GZIP_B64')
    return answerError('invalid input: expected data and encoding GZIP_B64');
  const decoded = gunzip(encoded);
  const outcome = decoded === null ? null : receiveWatchEvents(world, tally, 'gql', decoded);
  return answerData({ sendSpadeEvents: { statusCode: outcome === null ? 400 : 204 } });
}

function gunzip(base64: string): string | null {
  try {
    return gunzipSync(Buffer.from(base64, 'base64'), { maxOutputLength: maxEventBytes }).toString('utf8');
  } catch {
    return null;
  }
}
