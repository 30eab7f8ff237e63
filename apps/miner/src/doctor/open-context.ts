import { lookup } from 'node:dns/promises';
import { type Settings, settingDefinitions } from '@dropwise/core';
import { type Clock, type HttpDoor, NetworkError, type Result, type SocketDoor, succeed } from '@dropwise/kit';
import { type DataDirectory, isProcessAlive, loadSettings, type ProcessIo } from '@dropwise/runtime';
import {
  createTwitch,
  defaultProtocolData,
  type ProtocolData,
  type ProxySettings,
  parseProxy,
  protocolDataForOrigin,
  type RetryPolicy,
  type SocketEvent,
} from '@dropwise/twitch';
import { clientOf } from '../miner.ts';
import type { DoctorContext } from './check.ts';
import { readFiles } from './read-files.ts';
import { createSubscription, tryTopic } from './try-topic.ts';

export interface ContextParts {
  readonly directory: DataDirectory;
  /** Origin of a local Twitch; null = Twitch itself. */
  readonly endpoints: string | null;
  readonly io: Pick<ProcessIo, 'env' | 'pid' | 'hostName'>;
  readonly clock: Clock;
  openDoors(proxy: ProxySettings | null): OpenDoors;
  /** Default: the system's own way, hosts file included. */
  readonly lookUp?: DoctorContext['lookUp'];
}

export interface OpenDoors extends AsyncDisposable {
  readonly http: HttpDoor;
  readonly sockets: SocketDoor;
}

/** A person waits for the answer: two attempts tell as much as five. */
const retry: RetryPolicy = { attempts: 2, deadlineMs: 5_000, backoff: { firstMs: 1_000, capMs: 1_000, jitter: 0.1 } };
/** Twitch's own channel: its page is always there. */
const sampleLogin = 'twitch';

/** Reads what is on the disk and builds a Twitch that keeps to itself what it learns. */
export async function openContext(parts: ContextParts): Promise<DoctorContext & AsyncDisposable> {
  const { directory, endpoints, io, clock } = parts;
  const loaded = await loadSettings({
    path: directory.settingsFile,
    definitions: settingDefinitions,
    env: io.env,
    flags: {},
    now: clock.now(),
  });
  const settings = loaded.nested as unknown as Settings;
  const base = endpoints === null ? defaultProtocolData : protocolDataForOrigin(endpoints);
  const { jar, protocol: stored, problems } = await readFiles(directory, base, clock);
  const protocol: ProtocolData = { ...stored, socketDialect: settings.twitch.socket };
  const proxy = readProxy(settings);
  const doors = proxy.ok ? parts.openDoors(proxy.value) : closedDoors(proxy.failure);
  const client = clientOf(settings);
  const events = createSubscription<SocketEvent>();
  const frames = createSubscription<string>();
  const twitch = createTwitch({
    http: doors.http,
    sockets: doors.sockets,
    clock,
    random: Math.random,
    protocol: () => protocol,
    client,
    jar,
    requestTimeoutMs: 10_000 * settings.network.connectionQuality,
    retry,
    onEvent(event) {
      if (event.kind === 'topicRefused' || event.kind === 'socketChanged') events.callAll(event);
    },
    trace(kind, line) {
      if (kind === 'ws') frames.callAll(line);
    },
  });
  const stop = new AbortController();
  return {
    directory,
    settings,
    loaded,
    fileProblems: problems,
    protocol,
    client,
    jar,
    proxy: proxy.ok ? proxy.value : null,
    proxyProblem: proxy.ok ? null : proxy.failure,
    clock,
    http: doors.http,
    twitch,
    pid: io.pid,
    hostName: io.hostName,
    isAlive: isProcessAlive,
    lookUp: parts.lookUp ?? lookUpAll,
    restored: once(() => twitch.account.restore(stop.signal)),
    watchUrls: once(() => twitch.watchUrls(sampleLogin, stop.signal)),
    tryTopic: (signal) => tryTopic(twitch, { onEvent: events.subscribe, onFrame: frames.subscribe }, signal),
    async [Symbol.asyncDispose]() {
      stop.abort(new Error('the doctor is done'));
      await twitch[Symbol.asyncDispose]();
      await doors[Symbol.asyncDispose]();
    },
  };
}

function readProxy({ network }: Settings): Result<ProxySettings | null, string> {
  return network.proxy === '' ? succeed(null) : parseProxy(network.proxy);
}

/** Somebody with a proxy has a reason: nothing goes around it because its address is wrong. */
function closedDoors(problem: string): OpenDoors {
  return {
    http: {
      send: async ({ url }) => {
        throw new NetworkError('proxy', new URL(url).host, problem);
      },
    },
    sockets: {
      connect(_url, _headers, handlers) {
        queueMicrotask(() => handlers.onClose(1006, problem));
        return { send: () => {}, close: () => {} };
      },
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

async function lookUpAll(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
