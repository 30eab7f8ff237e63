import type { NotificationMessage } from '@dropwise/core/notifications';
import { createTransport } from 'nodemailer';
import { defineChannel } from '../channel.ts';
import { type Delivery, delivered, failedForGood, retryLater } from '../delivery.ts';
import { anyLine, choiceField, listField, numberField, optionalTextField, switchField, textField } from '../field.ts';
import { networkFaultOf } from '../http/network-words.ts';
import { fitText } from '../text/fit-text.ts';
import { plainLine, plainText } from '../text/plain-text.ts';
import { withinTime } from '../within-time.ts';

/** A subject line is at most 998 bytes; encoded, this is well below. */
const maxSubject = 150;
const maxText = 50_000;
/** Longer than any exchange may take in all: `withinTime` ends it before. */
const libraryTimeoutMs = 60_000;

const mailAddress = {
  expected: 'expected a mail address such as name@example.org',
  pattern: /^[^\s<>"(),:;@\p{Cc}]{1,64}@[^\s<>"(),:;@\p{Cc}]{1,253}$/u,
};

/** SMTP, to a server of any provider. Text only: there is nothing in it that a mail program could run. */
export const email = defineChannel({
  kind: 'email',
  name: 'E-mail',
  doc: 'A mail server that takes mail for you (SMTP). Your provider says its name, port and kind of encryption.',
  fields: {
    host: textField({
      label: 'Server',
      doc: 'Such as smtp.example.org.',
      destination: true,
      rule: { expected: 'expected the name of a server', pattern: /^[A-Za-z0-9.:-]{1,253}$/ },
    }),
    port: numberField({
      label: 'Port',
      doc: '465 with tls, 587 with starttls.',
      destination: true,
      min: 1,
      max: 65_535,
      default: 587,
    }),
    security: choiceField({
      label: 'Encryption',
      doc: 'tls: from the first byte; starttls: asked for, and nothing is sent without; none: only inside your own network.',
      destination: true,
      choices: ['starttls', 'tls', 'none'],
      default: 'starttls',
    }),
    verifyCertificate: switchField({
      label: 'Check the certificate',
      doc: 'Off only for a server of your own with a certificate that it made itself.',
      destination: true,
      default: true,
    }),
    user: optionalTextField({ label: 'User', doc: 'Nothing = without a login.', rule: anyLine }),
    password: optionalTextField({
      label: 'Password',
      doc: 'Often one that is made for a single program.',
      secret: true,
      rule: anyLine,
    }),
    from: textField({ label: 'From', doc: 'An address that the server lets you write from.', rule: mailAddress }),
    to: listField({ label: 'To', doc: 'Who gets it.', rule: mailAddress }),
  },
  conflict: ({ user, password, security }) => {
    if ((user === '') !== (password === '')) return 'Give user and password together.';
    if (password !== '' && security === 'none')
      return 'A password is not sent without encryption: choose tls or starttls.';
    return null;
  },
  send: (config, message, context) =>
    withinTime(context, 'The mail server', async (signal) => {
      const transport = createTransport({
        host: config.host,
        port: config.port,
        secure: config.security === 'tls',
        requireTLS: config.security === 'starttls',
        ignoreTLS: config.security === 'none',
        tls: { rejectUnauthorized: config.verifyCertificate },
        ...(config.user === '' ? {} : { auth: { user: config.user, pass: config.password } }),
        connectionTimeout: libraryTimeoutMs,
        greetingTimeout: libraryTimeoutMs,
        socketTimeout: libraryTimeoutMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      try {
        await transport.sendMail({ ...mailOf(message), from: config.from, to: [...config.to], signal });
        return delivered('The mail server took it.');
      } catch (error) {
        if (signal.aborted) throw error;
        return judge(error, config.host);
      } finally {
        transport.close();
      }
    }),
});

function mailOf(message: NotificationMessage) {
  const text = fitText(plainText(message.text), maxText);
  return {
    subject: fitText(plainLine(message.title), maxSubject),
    text: message.link === null ? text : `${text}\n\n${message.link}`,
    priority: message.urgent ? ('high' as const) : ('normal' as const),
    headers: { 'auto-submitted': 'auto-generated' },
  };
}

/** By codes alone: what a server writes may quote whatever it was sent. */
function judge(error: unknown, host: string): Delivery {
  const { code, originalCode, responseCode } = codesOf(error);
  const status = responseCode === null ? '' : ` (${responseCode})`;
  // RFC 5321: 4yz may work later, 5yz will not; 503 is about the order of commands.
  const isForGood = responseCode === null ? null : responseCode >= 500 && responseCode !== 503;
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    const why = `The mail server does not take user and password${status}.`;
    return isForGood === false ? retryLater(why) : failedForGood(why);
  }
  if (code === 'ETLS' || code === 'EREQUIRETLS') {
    return failedForGood('The mail server does not offer this kind of encryption. Choose another, or another port.');
  }
  if (isForGood !== null) {
    return isForGood
      ? failedForGood(`The mail server refuses the message or an address${status}.`)
      : retryLater(`The mail server does not take the message now${status}.`);
  }
  if (code === 'EENVELOPE' || code === 'ECONFIG' || code === 'EMESSAGE') {
    return failedForGood('The mail server cannot be given this message: check the addresses.');
  }
  const { words, forGood } = networkFaultOf(originalCode ?? code);
  const why = `The mail server ${host} cannot be reached: ${words}.`;
  return forGood ? failedForGood(why) : retryLater(why);
}

interface Codes {
  readonly code: string | null;
  readonly originalCode: string | null;
  readonly responseCode: number | null;
}

function codesOf(error: unknown): Codes {
  if (typeof error !== 'object' || error === null) return { code: null, originalCode: null, responseCode: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const originalCode = 'originalCode' in error && typeof error.originalCode === 'string' ? error.originalCode : null;
  const responseCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  return { code, originalCode, responseCode };
}
