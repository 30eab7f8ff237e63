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
  if (spoken !== version) return { works: false, sentence: 'it does not answer as a SOCKS5 proxy does' };
  if (method === withoutSignIn) return { works: true, sentence: 'it answers as a SOCKS5 proxy and lets us in' };
  if (method === byPassword && credentials !== null) return signIn(socket, credentials);
  const sentence =
    method === noneFits && credentials === null
      ? 'it asks for a name and a password'
      : 'it wants a way of signing in that is not known here';
  return { works: false, sentence };
}

async function signIn(socket: Socket, credentials: NonNullable<ProxyAddress['credentials']>): Promise<Greeting> {
  const name = Buffer.from(credentials.name);
  const password = Buffer.from(credentials.password);
  if (name.length > maxCredentialBytes || password.length > maxCredentialBytes) {
    return { works: false, sentence: `a SOCKS5 name or password has at most ${maxCredentialBytes} bytes` };
  }
  socket.write(
    Buffer.concat([Buffer.from([signInVersion, name.length]), name, Buffer.from([password.length]), password]),
  );
  const [, status] = await receive(socket, ({ length }) => length >= 2, 2);
  if (status === 0)
    return { works: true, sentence: 'it answers as a SOCKS5 proxy and accepts the name and the password' };
  return { works: false, sentence: 'it does not accept the name and the password' };
}
