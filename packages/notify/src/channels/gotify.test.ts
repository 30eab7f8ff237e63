import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener } from '../testing/http-listener.ts';
import { gotify } from './gotify.ts';

interface Extras {
  readonly 'client::display': { readonly contentType: string };
  readonly 'client::notification'?: { readonly click: { readonly url: string } };
}

const open = () =>
  openHttpListener({
    configOf: (origin) => ({ server: `${origin}/gotify/`, token: 'plantedToken' }),
    messageOf: ({ json }) => {
      const extras = json.extras as Extras;
      assert.equal(extras['client::display'].contentType, 'text/plain');
      return {
        title: String(json.title),
        text: String(json.message),
        link: extras['client::notification']?.click.url ?? null,
      };
    },
  });

describeChannel({
  channel: gotify,
  open,
  limits: { title: 250, text: 8_000, sizeOf: (text) => text.length },
  tellsWhen: true,
});
describeHttpChannel(gotify, open);

it('Gotify is asked below its own path, with the token in a header', async () => {
  await using listener = await open();
  await gotify.send(listener.config, { ...plainMessage, urgent: true }, createContext());
  const [request] = listener.requests;
  assert.deepEqual(
    [request?.path, request?.headers['x-gotify-key'], request?.json.priority],
    ['/gotify/message', 'plantedToken', 8],
  );
});
