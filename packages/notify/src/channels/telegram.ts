import { defineChannel } from '../channel.ts';
import { optionalTextField, serviceAddressField, switchField, textField } from '../field.ts';
import { addressBelow } from '../http/address-problem.ts';
import { postJson } from '../http/post-json.ts';
import { secondsToDelay } from '../http/retry-after.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

/** Telegram counts UTF-16 code units of what is shown, after its markup was read. */
const maxShown = 4_096;
const maxTitle = 256;

/** A bot of Telegram’s Bot API. Its token stands in the path of every request. */
export const telegram = defineChannel({
  kind: 'telegram',
  name: 'Telegram',
  doc: 'A bot that writes to you. Make one with @BotFather, write to it once, and ask @userinfobot for the id of your chat.',
  fields: {
    token: textField({
      label: 'Bot token',
      doc: 'From @BotFather: 123456:ABC…',
      secret: true,
      rule: { expected: 'expected a bot token such as 123456:ABC', pattern: /^\d{1,20}:[A-Za-z0-9_-]{3,200}$/ },
    }),
    chatId: textField({
      label: 'Chat id',
      doc: 'A number (negative for groups), or @name of a public channel.',
      rule: {
        expected: 'expected a chat id such as 123456789 or @name',
        pattern: /^(?:-?\d{1,20}|@[A-Za-z0-9_]{3,64})$/,
      },
    }),
    threadId: optionalTextField({
      label: 'Topic id',
      doc: 'In groups with topics; nothing = the general one.',
      rule: { expected: 'expected a number or nothing', pattern: /^\d{1,15}$/ },
    }),
    silent: switchField({
      label: 'Silent unless urgent',
      doc: 'Without a sound, but for what needs you at once.',
      default: false,
    }),
    server: serviceAddressField({
      label: 'Server',
      doc: 'Only for a Bot API server of your own.',
      default: 'https://api.telegram.org',
    }),
  },
  send: ({ token, chatId, threadId, silent, server }, message, context) => {
    const title = fitText(plainLine(message.title), maxTitle);
    const link = message.link === null ? '' : `\n${message.link}`;
    const text = fitText(plainText(message.text), maxShown - title.length - link.length - 1);
    return postJson(
      {
        service: 'Telegram',
        url: addressBelow(server, `bot${token}/sendMessage`),
        body: {
          chat_id: chatId,
          text: `<b>${escapeHtml(title)}</b>\n${escapeHtml(text)}${escapeHtml(link)}`,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          disable_notification: silent && !message.urgent,
          ...(threadId === '' ? {} : { message_thread_id: Number(threadId) }),
        },
        hints: {
          400: 'the chat id is not right, or you have not written to the bot yet',
          401: 'the bot token is not right',
          403: 'the bot may not write there: write to it first, or add it to the group',
          404: 'the bot token is not right',
        },
        retryAfterOf,
      },
      context,
    );
  },
});

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function retryAfterOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('parameters' in answer)) return null;
  const { parameters } = answer;
  if (typeof parameters !== 'object' || parameters === null || !('retry_after' in parameters)) return null;
  return secondsToDelay(parameters.retry_after);
}
