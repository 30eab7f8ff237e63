import { fail, type Result, succeed } from '@dropwise/kit';
import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import type { ClusterBus } from './bus.ts';

/**
 * NATS core: no streams, nothing kept. It goes on looking for a server that went away until it is closed: whether a silence
 * is the end is for those who wait to say.
 *
 * @param address `nats://user:password@host:4222`, or `tls://`; what is before the `@` is in no message.
 */
export async function openNatsBus(address: string): Promise<Result<ClusterBus, string>> {
  const url = new URL(address);
  try {
    return succeed(new NatsBus(await connect(optionsOf(url))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(`The NATS server ${url.host} cannot be used: ${why}. Is it running, and does it let this machine in?`);
  }
}

const connectWithinMs = 5_000;
const pingEveryMs = 5_000;
const reconnectEveryMs = 500;

function optionsOf(url: URL): NodeConnectionOptions {
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return {
    servers: `${url.hostname}:${url.port === '' ? '4222' : url.port}`,
    name: 'dropwise-audience',
    noEcho: true,
    timeout: connectWithinMs,
    pingInterval: pingEveryMs,
    maxPingOut: 2,
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectEveryMs,
    ...(url.protocol === 'tls:' ? { tls: {} } : {}),
    ...(user !== '' && pass === '' ? { token: user } : {}),
    ...(pass === '' ? {} : { user, pass }),
  };
}

class NatsBus implements ClusterBus {
  readonly #nats: NatsConnection;
  #isConnected = true;

  constructor(nats: NatsConnection) {
    this.#nats = nats;
    void this.#watch();
  }

  get maxTextBytes(): number {
    return this.#nats.info?.max_payload ?? 1024 * 1024;
  }

  publish(subject: string, text: string): void {
    if (this.#isConnected && !this.#nats.isClosed()) this.#nats.publish(subject, text);
  }

  listen(subject: string, hear: (text: string, reply: (text: string) => void) => void): void {
    this.#nats.subscribe(subject, {
      callback: (error, message) => {
        if (error === null) hear(message.string(), (text) => void message.respond(text));
      },
    });
  }

  async ask(subject: string, text: string, withinMs: number): Promise<string | null> {
    try {
      const answer = await this.#nats.request(subject, text, { timeout: withinMs });
      return answer.string();
    } catch {
      return null;
    }
  }

  async flush(): Promise<void> {
    // Without a connection it would wait for the next one.
    if (this.#isConnected && !this.#nats.isClosed()) await this.#nats.flush().catch(() => {});
  }

  async close(): Promise<void> {
    await this.#nats.close();
  }

  /** Ends with the connection. */
  async #watch(): Promise<void> {
    for await (const { type } of this.#nats.status()) {
      if (type === 'disconnect') this.#isConnected = false;
      if (type === 'reconnect') this.#isConnected = true;
    }
  }
}
