import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { booleanKind, nameListKind, textKind, wholeNumberKind } from '../kinds.ts';

/** Where the console listens, and who is let in. */
export interface ConsoleGroup {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  readonly allowedHosts: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly tlsCertFile: string;
  readonly tlsKeyFile: string;
  readonly sessionDays: number;
  readonly metrics: boolean;
}

const filePath = textKind('the path of a file, or nothing', /^(?:|[^\0]{1,400})$/);

export const consoleDefinitions: DefinitionsOf<ConsoleGroup> = {
  host: defineSetting({
    key: 'console.host',
    env: 'DROPWISE_HOST',
    doc: 'Address that the console listens on. Anything but this machine’s own (127.0.0.1, ::1, localhost) needs a password.',
    default: '127.0.0.1',
    restart: true,
    ...textKind('an IP address or a host name', /^(?:[A-Za-z0-9.-]{1,253}|\[?[0-9a-fA-F:.]{2,45}\]?)$/),
  }),
  port: defineSetting({
    key: 'console.port',
    env: 'DROPWISE_PORT',
    doc: 'Port that the console listens on; 0 takes a free one.',
    default: 8080,
    restart: true,
    ...wholeNumberKind(0, 65_535),
  }),
  basePath: defineSetting({
    key: 'console.basePath',
    env: 'DROPWISE_BASE_PATH',
    doc: 'Path below which everything is served, behind a reverse proxy that shares its host with others: /dropwise.',
    default: '',
    restart: true,
    ...textKind(
      'a path such as /dropwise without a slash at its end, or nothing',
      /^(?:|(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,8})$/,
    ),
  }),
  allowedHosts: defineSetting({
    key: 'console.allowedHosts',
    doc: 'Host names under which the console answers beside the address it listens on, such as nas.local or drops.example.org. Others are refused, so that no web page can reach it by a name of its own.',
    default: [],
    ...nameListKind,
  }),
  trustedProxies: defineSetting({
    key: 'console.trustedProxies',
    doc: 'Addresses or ranges (172.16.0.0/12) of reverse proxies whose X-Forwarded-For, -Proto and -Host are believed.',
    default: [],
    restart: true,
    ...nameListKind,
  }),
  tlsCertFile: defineSetting({
    key: 'console.tlsCertFile',
    doc: 'Certificate in PEM, to serve HTTPS; with console.tlsKeyFile.',
    default: '',
    restart: true,
    ...filePath,
  }),
  tlsKeyFile: defineSetting({
    key: 'console.tlsKeyFile',
    doc: 'Private key in PEM for console.tlsCertFile.',
    default: '',
    restart: true,
    ...filePath,
  }),
  sessionDays: defineSetting({
    key: 'console.sessionDays',
    doc: 'Days after which a browser has to sign in again, counted from its last visit.',
    default: 30,
    ...wholeNumberKind(1, 365),
  }),
  metrics: defineSetting({
    key: 'console.metrics',
    doc: 'Serve /metrics for Prometheus. It asks for a sign-in or an API key like everything else.',
    default: true,
    ...booleanKind,
  }),
};
