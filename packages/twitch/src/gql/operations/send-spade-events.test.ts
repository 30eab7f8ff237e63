import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOk, refusedPath } from '../../testing/read-operation.ts';
import { sendSpadeEvents } from './send-spade-events.ts';

test('it is a raw mutation over an encoded list', () => {
  assert.match(sendSpadeEvents.query ?? '', /sendSpadeEvents\(input: \$input\)/);
  assert.deepEqual(sendSpadeEvents.variables({ gzipBase64: 'abc=' }), {
    input: { data: 'abc=', repository: 'twilight', encoding: 'GZIP_B64' },
  });
});

test('the status code inside the answer is what counts', () => {
  assert.equal(readOk(sendSpadeEvents, { sendSpadeEvents: { statusCode: 204 } }), 204);
  assert.equal(readOk(sendSpadeEvents, { sendSpadeEvents: null }), null);
  assert.equal(refusedPath(sendSpadeEvents, {}), 'data.sendSpadeEvents');
});
