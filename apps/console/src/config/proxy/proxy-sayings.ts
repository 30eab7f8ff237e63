import { sayer } from '@dropwise/core';

/** What is found of a proxy when it is tried. */
export const proxySayings = {
  'proxy-http-works': '{address}: it answers as an HTTP proxy and lets us in.',
  'proxy-socks-works': '{address}: it answers as a SOCKS5 proxy and lets us in.',
  'proxy-socks-accepts': '{address}: it answers as a SOCKS5 proxy and accepts the name and the password.',
  'proxy-not-http': '{address}: it does not answer as an HTTP proxy does.',
  'proxy-not-socks': '{address}: it does not answer as a SOCKS5 proxy does.',
  'proxy-web-server': '{address}: it answers {status}, as a web server does that is no proxy.',
  'proxy-wants-name': '{address}: it asks for a name and a password.',
  'proxy-refuses-name': '{address}: it does not accept the name and the password.',
  'proxy-other-sign-in': '{address}: it wants a way of signing in that is not known here.',
  'proxy-long-name': '{address}: a SOCKS5 name or password has at most {maxBytes} bytes.',
  'proxy-too-slow': '{address}: it did not answer within {seconds} s. Check host and port.',
  'proxy-talks':
    '{address}: it said more than an answer has instead of an answer. Check that a proxy of this kind is there.',
  'proxy-hangs-up':
    '{address}: it ended the connection instead of an answer. Check that a proxy of this kind is there.',
  'proxy-nobody': '{address}: nothing listens there. Check host and port, and that the proxy runs.',
  'proxy-unknown-host': '{address}: the name of the host is not known. Check its spelling.',
  'proxy-no-way': '{address}: there is no way to that host. Check the address and the network.',
  'proxy-broke': '{address}: it broke the connection. Check that a proxy of this kind is there.',
  'proxy-failed': '{address}: the connection failed ({errorCode}). Check scheme, host and port.',
} as const;

export type ProxySayingCode = keyof typeof proxySayings;

export const sayOfProxy = sayer(proxySayings);
