import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { type Settings, settingDefinitions } from '@dropwise/core';
import { type Clock, fail, type HttpDoor, NetworkError, type Result, type SocketDoor } from '@dropwise/kit';
import { type DataDirectory, loadSettings, type ProcessIo } from '@dropwise/runtime';
import {
  CookieJar,
  createTwitch,
  defaultProtocolData,
  type ProtocolData,
  type ProxySettings,
  parseCookieJar,
  protocolDataForOrigin,
  type RetryPolicy,
  type SocketEvent,
  type TwitchEvent,
} from '@dropwise/twitch';
import { clientOf } from '../miner.ts';
import { readProtocol } from '../stored-files.ts';
import type { DoctorContext } from './check.ts';
import { tryTopic } from './try-topic.ts';

export interface ContextParts {
  readonly directory: DataDirectory;
  readonly endpoints: string | null;
  readonly io: Pick<ProcessIo, 'env' | 'pid' | 'hostName'>;
  readonly clock: Clock;
  openDoors(proxy: ProxySettings | null): OpenDoors;
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
