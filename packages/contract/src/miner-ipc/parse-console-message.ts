import { fail, type Result, succeed } from '@dropwise/kit';
import { literal, maxLength, number, object, pipe, regex, safeInteger, safeParse, string, variant } from 'valibot';
import { maxArtAddressLength } from './art.ts';
import type { ConsoleMessage } from './to-miner.ts';

const simple = <const Kind extends string>(kind: Kind) => object({ kind: literal(kind) });

const command = variant('kind', [
  simple('reload'),
  object({
    kind: literal('selectChannel'),
    /** Twitch's ids are numbers; empty = only the login is known. */
    channelId: pipe(string(), regex(/^\d{0,20}$/, 'expected a channel id of digits, or nothing')),
    login: pipe(string(), regex(/^\w{1,25}$/, 'expected a login of 1 to 25 letters, digits and _')),
  }),
  simple('exitManual'),
  simple('reloadSettings'),
  simple('retryLogin'),
  simple('signOut'),
  simple('stop'),
]);

const message = variant('kind', [
  object({ kind: literal('factsStored'), key: pipe(string(), maxLength(200)) }),
  object({
    kind: literal('fetchArt'),
    id: pipe(number(), safeInteger()),
    url: pipe(string(), maxLength(maxArtAddressLength)),
  }),
  object({ kind: literal('command'), id: pipe(number(), safeInteger()), command }),
]);

/** What the other end of the channel sent, if the console could have sent it; else what is wrong with it. */
export function parseConsoleMessage(value: unknown): Result<ConsoleMessage, string> {
  const checked = safeParse(message, value, { abortEarly: true });
  if (checked.success) return succeed(checked.output);
  const [issue] = checked.issues;
  const place = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  return fail(`${place === '' ? '' : `${place}: `}expected ${issue.expected ?? issue.message}`);
}
