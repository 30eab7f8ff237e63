import { fail, type Result, succeed, VirtualClock } from '@dropwise/kit';
import type { Failure } from '../../wire/failure.ts';
import type {
  ByteMeter,
  Connection,
  OutgoingRequest,
  ResponseHead,
  ResponseSink,
  Route,
  Transport,
} from '../../wire/transport.ts';
import { addressKindOf } from '../address-kind.ts';
import { formatConsentFile } from '../consent-file.ts';
import { type ConsentOffice, type ConsentOfficeOptions, createConsentOffice } from '../consent-office.ts';
import type { ConsentTerms } from '../consent-terms.ts';

export const ourFingerprint = `SHA256:${'A'.repeat(43)}`;
export const otherFingerprint = `SHA256:${'B'.repeat(43)}`;
export const startMs = Date.parse('2026-11-28T12:00:00Z');

export const usualTerms: ConsentTerms = {
  fingerprint: ourFingerprint,
  maxViewers: 500,
  maxMbps: 200,
  paths: ['/live/'],
  notAfterMs: Date.parse('2026-12-31T00:00:00Z'),
};

/** What a machine at an address answers; a text is a failure's class. */
export type ScriptedAnswer = (Partial<ResponseHead> & { readonly body?: string }) | Failure['class'];

/** Names, addresses and machines that exist in a test alone: no packet leaves the process. */
export class ScriptedInternet {
  readonly clock = new VirtualClock(startMs, settle);
  readonly names = new Map<string, readonly string[]>();
  readonly records = new Map<string, readonly string[]>();
  /** By address; a machine that is not there refuses. */
  readonly machines = new Map<string, (path: string, route: Route) => ScriptedAnswer>();
  /** Everything that was sent: `address host path`. */
  readonly sent: string[] = [];
  lookups = 0;

  /** A machine that serves a text at the root, and nothing else. */
  serveFile(address: string, text: string = formatConsentFile(usualTerms), head: Partial<ResponseHead> = {}): void {
    this.machines.set(address, (path) =>
      path === '/.well-known/dropwise-audience.txt' ? { body: text, ...head } : { status: 404 },
    );
  }

  openOffice(changes: Partial<ConsentOfficeOptions> = {}): ConsentOffice {
    return createConsentOffice({
      fingerprint: ourFingerprint,
      viewers: 25,
      limits: { maxViewers: null, maxMbps: null },
      proxies: [],
      resolve: (host) => this.resolve(host),
      readTxt: (name) => this.readTxt(name),
      transport: this.transport,
      meter: { read() {}, written() {} },
      clock: this.clock,
      ...changes,
    });
  }

  async resolve(host: string): Promise<Result<readonly string[], string>> {
    this.lookups += 1;
    const addresses = this.names.get(host) ?? (/^[\d.]+$|:/.test(host) ? [host] : undefined);
    return addresses === undefined ? fail('there is no such name.') : succeed(addresses);
  }

  async readTxt(name: string): Promise<Result<readonly string[], string>> {
    const found = this.records.get(name);
    return found === undefined ? fail('there is no such name.') : succeed(found);
  }

  readonly transport: Transport = {
    connect: (route: Route, _meter: ByteMeter): Connection => this.#connect(route),
    close: async () => {},
  };

  #connect(route: Route): Connection {
    let isOpen = true;
    return {
      isBusy: false,
      isUsable: true,
      send: (request: OutgoingRequest, sink: ResponseSink) => {
        const [address = ''] = route.addresses;
        this.sent.push(`${address} ${route.authority.host} ${request.path}${route.proxy === null ? '' : ' by proxy'}`);
        setImmediate(() => {
          const machine = this.machines.get(address);
          // As a socket looks at whom it reached.
          const isWrong = route.loopbackOnly && addressKindOf(address) !== 'loopback';
          const isThere = machine !== undefined && !isWrong;
          if (isOpen) deliver(isThere ? machine(request.path, route) : 'connect_refused', sink);
        });
      },
      close: () => {
        isOpen = false;
      },
    };
  }
}

/** A question, its answer and what follows from it take a few turns of the loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function deliver(answer: ScriptedAnswer, sink: ResponseSink): void {
  if (typeof answer === 'string') {
    sink.onFailure({ class: answer, message: 'As scripted.', status: null });
    return;
  }
  const { body = '', ...head } = answer;
  sink.onHead({ ...usualHead, ...head });
  const bytes = Buffer.from(body, 'latin1');
  // In two pieces, in a buffer that is everybody's.
  const shared = Buffer.alloc(bytes.length + 16, 0x23);
  bytes.copy(shared, 8);
  const middle = 8 + (bytes.length >> 1);
  sink.onBody(shared, 8, middle);
  sink.onBody(shared, middle, 8 + bytes.length);
  shared.fill(0);
  sink.onEnd({ sentMs: 0, firstByteMs: 1, lastByteMs: 2, bodyBytes: bytes.length, connectMs: 0 });
}

const usualHead: ResponseHead = {
  status: 200,
  contentLength: null,
  contentType: 'text/plain',
  contentEncoding: null,
  contentRange: null,
  location: null,
  ageSeconds: null,
  dateMs: null,
  retryAfterSeconds: null,
};
