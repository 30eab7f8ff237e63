import helmet from '@fastify/helmet';
import type { App } from '../app.ts';
import type { Peer } from './peer.ts';

const yearSeconds = 31_536_000;

/**
 * What browsers are told about every answer: nothing but the console's own files runs, nothing inline, nobody frames it,
 * and nobody else is asked for anything: Twitch's pictures come through the console too.
 */
export async function addSecurityHeaders(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Only where the answer goes over TLS: see below.
    strictTransportSecurity: false,
  });
  app.addHook('onSend', async (_request, reply) => {
    // What is not a file of the dashboard is somebody's own business, and new every time.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    // RFC 9110, 15.5.2: a 401 names what would be accepted. Browsers ask nobody for a Bearer.
    if (reply.statusCode === 401) reply.header('www-authenticate', 'Bearer realm="Dropwise"');
  });
}

/** Sub-domains are not the console's to speak for. */
export function transportSecurity(peer: Peer): readonly [name: string, value: string] | null {
  return peer.scheme === 'https' ? ['strict-transport-security', `max-age=${yearSeconds}`] : null;
}
