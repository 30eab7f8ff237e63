import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener } from '../testing/http-listener.ts';
import { ntfy } from './ntfy.ts';

const open = () =>
  openHttpListener({
    configOf: (origin) => ({ topic: 'plantedTopic', token: 'tk_plantedToken', server: origin }),
    messageOf: ({ json }) => ({
      title: String(json.title),
      text: String(json.message),
      link: json.click === undefined ? null : String(json.click),
    }),
  });

describeChannel({
  channel: ntfy,
  open,
  limits: { title: 250, text: 4_096, sizeOf: (text) => Buffer.byteLength(text) },
  tellsWhen: true,
});
describeHttpChannel(ntfy, open);

it('ntfy gets the topic in the body, the token in a header, and a priority', async () => {
  await using listener = await open();
  await ntfy.send(listener.config, { ...plainMessage, urgent: true, tone: 'bad' }, createContext());
  const [request] = listener.requests;
  assert.equal(request?.path, '/');
  assert.equal(request?.headers.authorization, 'Bearer tk_plantedToken');
  assert.deepEqual([request?.json.topic, request?.json.priority, request?.json.tags], ['plantedTopic', 4, ['warning']]);
});

it('ntfy takes user and password instead of a token, and not half of it', async () => {
  await using listener = await open();
  const config = { ...listener.config, token: '', user: 'me', password: 'pässword' };
  await ntfy.send(config, plainMessage, createContext());
  const encoded = Buffer.from('me:pässword').toString('base64');
  assert.equal(listener.requests[0]?.headers.authorization, `Basic ${encoded}`);
  assert.ok(!ntfy.check({ ...config, password: '' }).ok);
  assert.ok(!ntfy.check({ ...config, token: 'tk_x' }).ok);
});
