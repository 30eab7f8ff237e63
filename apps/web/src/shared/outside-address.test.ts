import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideAddress } from './outside-address.ts';

test('only addresses of the web are linked to', () => {
  assert.equal(outsideAddress('https://www.twitch.tv/drops'), 'https://www.twitch.tv/drops');
  assert.equal(outsideAddress('http://127.0.0.1:8080/x'), 'http://127.0.0.1:8080/x');
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/settings',
    'x',
    '',
    null,
  ]) {
    assert.equal(outsideAddress(address), null, String(address));
  }
});
