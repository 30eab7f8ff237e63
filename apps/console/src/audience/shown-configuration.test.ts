import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownAddress, shownConfiguration } from './shown-configuration.ts';

test('of proxies only their number is shown, of an address no credentials and no query', () => {
  const proxies = '# mine\nhttp://ann:secret@h:1\n\nsocks5://bob:secret@h:2\n';
  assert.deepEqual(shownConfiguration({ url: 'https://ann:secret@h/live/a.m3u8?token=secret', viewers: 3, proxies }), {
    url: 'https://h/live/a.m3u8?…',
    viewers: 3,
    proxies: '2, not shown',
  });
  assert.deepEqual(shownConfiguration({}), {});
  assert.equal(shownAddress('no address'), 'no address');
});
