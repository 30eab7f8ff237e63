import { createRawTransport } from '@dropwise/audience/raw-transport';
import type { Connection, OutgoingRequest, ResponseSink } from '@dropwise/audience/transport';
import { WheelDriver } from '@dropwise/audience/wheel-driver';
import { TimerWheel } from '@dropwise/load';
import { pause } from '../pause.ts';

/** What asking again and again over the raw transport cost this process. */
export interface WireFigures {
  readonly requests: number;
  readonly failures: number;
  readonly cpuPerRequestUs: number;
  readonly bytesPerRequest: number;
  readonly rssPerConnectionKb: number;
}

const warmUpMs = 1_000;
const limits = { connectMs: 10_000, firstByteMs: 30_000, totalMs: 60_000, maxBytes: 100_000_000 };

/** What is asked for in turn, and what came of it. */
class Load {
  ended = 0;
  failures = 0;
  bytes = 0;
  readonly #requests: readonly OutgoingRequest[];

  constructor(urls: readonly string[]) {
    this.#requests = urls.map((url) => {
      return { path: new URL(url).pathname, range: null, mayCompress: false, extraHeaders: '', limits };
    });
  }

  /** Asks for the next thing when it has the last: a closed loop, for cost alone and not for delays. */
  askOver(connection: Connection): void {
    let next = 0;
    const send = (): void => {
      const request = this.#requests[next++ % this.#requests.length];
      if (request !== undefined) connection.send(request, sink);
    };
    const sink: ResponseSink = {
      onHead: () => {},
      onBody: (_buffer, start, end) => {
        this.bytes += end - start;
      },
      onEnd: () => {
        this.ended++;
        send();
      },
      onFailure: () => {
        this.failures++;
      },
    };
    send();
  }
}

async function measure(urls: readonly string[], connections: number, seconds: number): Promise<WireFigures> {
  const rssBefore = process.memoryUsage.rss();
  const now = () => performance.now();
  const wheel = new TimerWheel(now());
  using driver = new WheelDriver(wheel, now);
  driver.start();
  const identity = { userAgent: 'dropwise-audience/bench (run wire)', runId: 'wire' };
  const transport = createRawTransport({ identity, now, timers: wheel });
  const { hostname, port } = new URL(urls[0] ?? '');
  const authority = { scheme: 'http', host: hostname, port: Number(port) } as const;
  const route = { authority, addresses: [hostname], proxy: null, loopbackOnly: true };
  const load = new Load(urls);
  for (let i = 0; i < connections; i++) load.askOver(transport.connect(route, { read: () => {}, written: () => {} }));
  await pause(warmUpMs);
  const { ended, bytes } = load;
  const before = process.cpuUsage();
  await pause(seconds * 1_000);
  const cpu = process.cpuUsage(before);
  const requests = load.ended - ended;
  const figures = {
    requests,
    failures: load.failures,
    cpuPerRequestUs: (cpu.user + cpu.system) / requests,
    bytesPerRequest: (load.bytes - bytes) / requests,
    rssPerConnectionKb: (process.memoryUsage.rss() - rssBefore) / 1_024 / connections,
  };
  await transport.close();
  return figures;
}

const [urls = '', connections = '100', seconds = '5'] = process.argv.slice(2);
console.log(JSON.stringify(await measure(urls.split(','), Number(connections), Number(seconds))));
