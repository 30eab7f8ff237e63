import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener } from '../testing/http-listener.ts';
import { apprise } from './apprise.ts';

const open = () =>
  openHttpListener({
    configOf: (origin) => ({ server: origin, key: 'plantedKey', tag: 'family' }),
    messageOf: ({ json }) => {
      assert.equal(json.format, 'text');
      const body = String(json.body);
      const link = /\n(https:\/\/\S+)$/.exec(body)?.[1] ?? null;
      return { title: String(json.title), text: link === null ? body : body.slice(0, -link.length - 1), link };
    },
  });

describeChannel({
  channel: apprise,
  open,
  limits: { title: 250, text: 16_000, sizeOf: (text) => text.length },
  tellsWhen: true,
});
describeHttpChannel(apprise, open);

it('Apprise is asked by a stored key, or with URLs', async () => {
  await using listener = await open();
  await apprise.send(listener.config, plainMessage, createContext());
  await apprise.send({ server: listener.origin, urls: 'json://plantedHost' }, plainMessage, createContext());
  assert.deepEqual(
    listener.requests.map(({ path, json }) => [path, json.type, json.tag, json.urls]),
    [
      ['/notify/plantedKey', 'success', 'family', undefined],
      ['/notify/', 'success', undefined, 'json://plantedHost'],
    ],
  );
  assert.ok(!apprise.check({ server: listener.origin }).ok);
  assert.ok(!apprise.check({ server: listener.origin, key: 'a', urls: 'json://x' }).ok);
});

for (const status of [204, 424]) {
  it(`Apprise that answers ${status} is not asked again`, async () => {
    await using listener = await open();
    listener.answerWith({ status, ...(status === 204 ? { body: '' } : {}) });
    assert.equal((await apprise.send(listener.config, plainMessage, createContext())).kind, 'failed');
  });
}
