import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener, type SeenRequest } from '../testing/http-listener.ts';
import { discord } from './discord.ts';

interface Embed {
  readonly title: string;
  readonly description: string;
  readonly url?: string;
}

const open = () =>
  openHttpListener({
    configOf: (origin) => ({ url: `${origin}/api/webhooks/123/plantedWebhookToken?thread_id=5` }),
    messageOf: ({ json }) => {
      const { title, description, url = null } = embedOf(json);
      return { title: asShown(title), text: asShown(description), link: url };
    },
    busyBody: { message: 'You are being rate limited.', retry_after: 7, global: false },
  });

function embedOf(json: SeenRequest['json']): Embed {
  return (json.embeds as readonly Embed[])[0] as Embed;
}

/** As Discord shows it: a backslash takes the meaning of the character after it; without one it would be markup. */
function asShown(text: string): string {
  assert.doesNotMatch(text.replace(/\\./g, ''), /[*_~`|<>[\]()#@]/, 'markup that Discord would take as such');
  return text.replace(/\\(.)/g, '$1');
}

describeChannel({
  channel: discord,
  open,
  limits: { title: 256, text: 4_096, sizeOf: (text) => text.length },
  tellsWhen: true,
});
describeHttpChannel(discord, open);

it('Discord is told to ping nobody, and its limits hold with all that was escaped', async () => {
  await using listener = await open();
  await discord.send(listener.config, { ...plainMessage, text: '@everyone '.repeat(1_000) }, createContext());
  const [request] = listener.requests;
  assert.deepEqual(request?.json.allowed_mentions, { parse: [] });
  assert.equal(request?.json.content, undefined);
  assert.ok(embedOf(request?.json ?? {}).description.length <= 4_096);
  assert.equal(request?.path, '/api/webhooks/123/plantedWebhookToken?thread_id=5');
});
