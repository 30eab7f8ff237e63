import type { Socket } from 'node:net';
import type { Greeting } from './greet-http-proxy.ts';
import type { ProxyAddress } from './proxy-address.ts';
import { receive } from './receive.ts';

const version = 5;
const withoutSignIn = 0;
const byPassword = 2;
const noneFits = 0xff;
const signInVersion = 1;
const maxCredentialBytes = 255;

/** The greeting of RFC 1928 and the sign-in of RFC 1929. No connection onward is asked for. */
export async function greetSocksProxy(socket: Socket, { credentials }: ProxyAddress): Promise<Greeting> {
  const methods = credentials === null ? [withoutSignIn] : [withoutSignIn, byPassword];
  socket.write(Buffer.from([version, methods.length, ...methods]));
  const [spoken, method] = await receive(socket, ({ length }) => length >= 2, 2);
  if (spoken !== version) return { works: false, code: 'proxy-not-socks' };
  if (method === withoutSignIn) return { works: true, code: 'proxy-socks-works' };
  if (method === byPassword && credentials !== null) return signIn(socket, credentials);
  const wantsName = method === noneFits && credentials === null;
  return { works: false, code: wantsName ? 'proxy-wants-name' : 'proxy-other-sign-in' };
}

async function signIn(socket: Socket, credentials: NonNullable<ProxyAddress['credentials']>): Promise<Greeting> {
  const name = Buffer.from(credentials.name);
  const password = Buffer.from(credentials.password);
  if (name.length > maxCredentialBytes || password.length > maxCredentialBytes) {
    return { works: false, code: 'proxy-long-name', values: { maxBytes: maxCredentialBytes } };
  }
  socket.write(
    Buffer.concat([Buffer.from([signInVersion, name.length]), name, Buffer.from([password.length]), password]),
  );
  const [, status] = await receive(socket, ({ length }) => length >= 2, 2);
  if (status === 0) return { works: true, code: 'proxy-socks-accepts' };
  return { works: false, code: 'proxy-refuses-name' };
}
