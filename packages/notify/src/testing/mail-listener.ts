import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ChannelConfig } from '../channel.ts';
import type { Behaviour, ChannelListener } from './channel-listener.ts';
import { type MailMessage, parseMail } from './mail-message.ts';

export interface TakenMail extends MailMessage {
  readonly from: string;
  readonly to: readonly string[];
  /** Who had signed in; null = nobody. */
  readonly user: string | null;
  readonly wasEncrypted: boolean;
}

export interface MailListener extends ChannelListener {
  readonly mails: readonly TakenMail[];
}

export const password = 'plantedPassword';
const link = /\n\n(https:\/\/\S+)$/;

/** A real SMTP server with a certificate that it made itself. What it refuses, it quotes. */
export async function openMailListener(
  options: SMTPServerOptions = {},
  changes: ChannelConfig = {},
): Promise<MailListener> {
  const mails: TakenMail[] = [];
  let behaviour: Behaviour = 'well';
  let arrivals: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 1,
    onAuth: ({ username = '', password: given = '' }, _session, done) => {
      if (given === password) done(null, { user: username });
      else done(new Error(`535 ${username} may not come in with ${given}`));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const waiting = arrivals;
        arrivals = [];
        for (const arrived of waiting) arrived();
        if (behaviour === 'silent') return;
        const raw = Buffer.concat(parts).toString('utf8');
        const status = { well: null, busy: 421, broken: 451, refusing: 554 }[behaviour];
        if (status !== null) {
          done(Object.assign(new Error(`${password} ${raw.slice(0, 500)}`), { responseCode: status }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          ...parseMail(raw),
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: session.user ?? null,
          wasEncrypted: session.secure,
        });
        done();
      });
    },
    ...options,
  });
  // A connection that the other side breaks off is what some tests are about.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  const leave = async (): Promise<void> => {
    if (!server.server.listening) return;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    config: {
      host: '127.0.0.1',
      port,
      security: 'starttls',
      verifyCertificate: false,
      user: 'me',
      password,
      from: 'dropwise@example.org',
      to: ['me@example.org', 'you@example.org'],
      ...changes,
    },
    mails,
    behave: (next) => {
      behaviour = next;
    },
    arrival: () => new Promise((resolve) => arrivals.push(resolve)),
    seen: () =>
      mails.map(({ headers, text }) => ({
        title: headers.get('subject')?.join(' | ') ?? '',
        text: text.replace(link, ''),
        link: link.exec(text)?.[1] ?? null,
      })),
    leave,
    [Symbol.asyncDispose]: leave,
  };
}
