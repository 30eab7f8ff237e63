import type { Settings } from '@dropwise/core';
import type { Clock, HttpDoor } from '@dropwise/kit';
import type { DataDirectory, LoadedSettings } from '@dropwise/runtime';
import type { ClientChoice, CookieJar, ProtocolData, ProxySettings, RestoreOutcome, Twitch } from '@dropwise/twitch';
import type { Finding } from './finding.ts';

export const checkGroups = ['this machine', 'the way to Twitch', 'Twitch'] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** One thing that is looked at. */
export interface Check {
  readonly group: CheckGroup;
  readonly name: string;
  /** At least one finding. May reject: that is a finding too. */
  run(context: DoctorContext, signal: AbortSignal): Promise<readonly Finding[]>;
}

/** What checks look at. Nothing here writes to the cookie jar's file or takes the miner's lock. */
export interface DoctorContext {
  readonly directory: DataDirectory;
  readonly settings: Settings;
  readonly loaded: LoadedSettings;
  /** Sentences about files that cannot be used as they are: the cookie jar, `protocol.json`. */
  readonly fileProblems: readonly string[];
  readonly protocol: ProtocolData;
  readonly client: ClientChoice;
  readonly jar: CookieJar;
  readonly proxy: ProxySettings | null;
  /** Why the proxy's address cannot be used; nothing then goes to the network. */
  readonly proxyProblem: string | null;
  readonly clock: Clock;
  readonly http: HttpDoor;
  readonly twitch: Twitch;
  /** Of the process that asks. */
  readonly pid: number;
  readonly hostName: string;
  isAlive(pid: number): boolean;
  /** Every address of a name, or a rejection with the system's code. */
  lookUp(host: string): Promise<readonly string[]>;
  /** Uses the stored token, once for all checks. */
  restored(): Promise<RestoreOutcome>;
  /** Where watch events go, asked once for all checks. */
  watchUrls(): ReturnType<Twitch['watchUrls']>;
  /** What the account's topic meets on the live connection. */
  tryTopic(signal: AbortSignal): Promise<TopicTrial>;
}

export type TopicTrial =
  | { readonly kind: 'accepted'; readonly topic: string }
  | { readonly kind: 'refused'; readonly topic: string; readonly code: string }
  | { readonly kind: 'notConnected'; readonly reason: string };
