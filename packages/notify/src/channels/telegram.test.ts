import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createContext, describeChannel, plainMessage } from '../testing/channel-contract.ts';
import { describeHttpChannel } from '../testing/http-contract.ts';
import { openHttpListener } from '../testing/http-listener.ts';
import { telegram } from './telegram.ts';

const open = () =>
  openHttpListener({
    configOf: (origin) => ({
      token: '12345:plantedBotToken',
      chatId: '-1001',
      threadId: '7',
      silent: true,
      server: origin,
    }),
    messageOf: ({ json }) => {
      const text = String(json.text);
      const { title = '', rest = '' } = /^<b>(?<title>[^<>]*)<\/b>\n(?<rest>[^<>]*)$/s.exec(text)?.groups ?? {};
      assert.ok(title !== '', `markup of a name was taken as such: ${text}`);
      const shown = fromHtml(title).length + fromHtml(rest).length + 1;
      assert.ok(shown <= 4_096, `${shown} characters are shown`);
      const link = /\n(https:\/\/\S+)$/.exec(rest)?.[1] ?? null;
      return { title: fromHtml(title), text: fromHtml(link === null ? rest : rest.slice(0, -link.length - 1)), link };
    },
    busyBody: { ok: false, error_code: 429, parameters: { retry_after: 7 } },
  });

function fromHtml(text: string): string {
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot);)/);
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

describeChannel({
  channel: telegram,
  open,
  limits: { title: 256, text: 4_096, sizeOf: (text) => text.length },
  tellsWhen: true,
});
describeHttpChannel(telegram, open);

it('Telegram is asked at the bot’s own path, silently unless it is urgent', async () => {
  await using listener = await open();
  await telegram.send(listener.config, plainMessage, createContext());
  await telegram.send(listener.config, { ...plainMessage, urgent: true }, createContext());
  assert.deepEqual(
    listener.requests.map(({ path, json }) => [path, json.chat_id, json.message_thread_id, json.disable_notification]),
    [
      ['/bot12345:plantedBotToken/sendMessage', '-1001', 7, true],
      ['/bot12345:plantedBotToken/sendMessage', '-1001', 7, false],
    ],
  );
});
