import type { NotificationTone } from '@dropwise/core/notifications';
import { defineChannel } from '../channel.ts';
import { addressField, optionalTextField } from '../field.ts';
import { postJson } from '../http/post-json.ts';
import { secondsToDelay } from '../http/retry-after.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';

/** Discord’s limits of an embed; together they stay below its 6,000 characters for all parts. */
const maxTitle = 256;
const maxDescription = 4_096;

const colours: Readonly<Record<NotificationTone, number>> = { good: 0x2e_a0_43, plain: 0x57_60_6a, bad: 0xd2_9a_22 };

/** A webhook of a Discord channel. Whoever knows its address can write there: the address is the secret. */
export const discord = defineChannel({
  kind: 'discord',
  name: 'Discord',
  doc: 'A channel of your Discord server. In its settings: Integrations, Webhooks, New webhook, Copy webhook URL.',
  fields: {
    url: addressField({ label: 'Webhook URL', doc: 'https://discord.com/api/webhooks/…/…', secret: true }),
    username: optionalTextField({
      label: 'Name in Discord',
      doc: 'Under which it writes; nothing = the webhook’s own.',
      rule: { expected: 'expected at most 80 characters', pattern: /^[^\p{Cc}]{1,80}$/u },
    }),
  },
  send: ({ url, username }, message, context) =>
    postJson(
      {
        service: 'Discord',
        url,
        body: {
          ...(username === '' ? {} : { username }),
          embeds: [
            {
              title: fitText(plainLine(message.title), maxTitle, { escape: escapeMarkdown }),
              description: fitText(plainText(message.text), maxDescription, { escape: escapeMarkdown }),
              color: colours[message.tone],
              ...(message.link === null ? {} : { url: message.link }),
            },
          ],
          // Nobody is pinged by a name, whatever it holds.
          allowed_mentions: { parse: [] },
        },
        hints: {
          401: 'the webhook’s address is not right',
          404: 'there is no such webhook (any more)',
        },
        retryAfterOf: (answer) =>
          typeof answer === 'object' && answer !== null && 'retry_after' in answer
            ? secondsToDelay(answer.retry_after)
            : null,
      },
      context,
    ),
});

/** Discord’s markdown and mentions as the characters they are made of. */
function escapeMarkdown(character: string): string {
  return /[\\*_~`|<>[\]()#@-]/.test(character) ? `\\${character}` : character;
}
