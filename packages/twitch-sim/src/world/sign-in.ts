import { type Clock, type Random, randomText } from '@dropwise/kit';
import { defaultProtocolData } from '@dropwise/twitch/definitions';

export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly client: KnownClient;
  readonly issuedAt: number;
  readonly expiresAt: number;
  state: 'pending' | 'approved' | 'denied' | 'used';
  polls: number;
}

export interface Token {
  readonly value: string;
  readonly client: KnownClient;
  readonly issuedAt: number;
}

export interface KnownClient {
  readonly id: string;
  /** `tv`, `android`, `web`, `mobile-web`, `ios`. */
  readonly name: string;
}

/** Protocol 1.1. */
const knownClients: readonly KnownClient[] = [
  ...Object.entries(defaultProtocolData.clients).map(([name, { clientId }]) => ({ name, id: clientId })),
  { name: 'ios', id: '851cqzxpb9bqu9z6galo155du' },
];

export const deviceCodeLifeMs = 1_800_000;
export const pollIntervalMs = 5_000;
/** The oldest gives way. */
const maxDeviceCodes = 200;
const maxTokens = 200;
const lowerAlphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789';
const consonants = 'BCDFGHJKLMNPQRSTVWXZ';

export function findClient(clientId: string): KnownClient | undefined {
  return knownClients.find((client) => client.id === clientId);
}

export function findClientByName(name: string): KnownClient | undefined {
  return knownClients.find((client) => client.name === name);
}

/** Device codes and tokens of the one account. Protocol 2. */
export class SignIn {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #autoApprove: boolean;
  readonly #codes = new Map<string, DeviceCode>();
  readonly #tokens = new Map<string, Token>();

  constructor(clock: Clock, random: Random, autoApprove: boolean) {
    this.#clock = clock;
    this.#random = random;
    this.#autoApprove = autoApprove;
  }

  issueCode(client: KnownClient): DeviceCode {
    const now = this.#clock.now();
    const code: DeviceCode = {
      deviceCode: randomText(this.#random, 40, lowerAlphanumeric),
      userCode: randomText(this.#random, 8, consonants),
      client,
      issuedAt: now,
      expiresAt: now + deviceCodeLifeMs,
      state: 'pending',
      polls: 0,
    };
    dropOldest(this.#codes, maxDeviceCodes);
    this.#codes.set(code.deviceCode, code);
    return code;
  }

  /** The token once the person has approved; null as long as the device has to wait, or for good. */
  redeem(
    deviceCode: string,
    client: KnownClient,
  ): { kind: 'token'; token: Token } | { kind: 'pending' } | { kind: 'invalid' } {
    const code = this.#codes.get(deviceCode);
    if (code === undefined || code.client.id !== client.id || this.#isOver(code)) return { kind: 'invalid' };
    code.polls += 1;
    if (code.state === 'pending') {
      if (this.#autoApprove) code.state = 'approved';
      return { kind: 'pending' };
    }
    code.state = 'used';
    return { kind: 'token', token: this.issueToken(client) };
  }

  issueToken(client: KnownClient): Token {
    const token: Token = {
      value: randomText(this.#random, 30, lowerAlphanumeric),
      client,
      issuedAt: this.#clock.now(),
    };
    dropOldest(this.#tokens, maxTokens);
    this.#tokens.set(token.value, token);
    return token;
  }

  findToken(value: string): Token | undefined {
    return this.#tokens.get(value);
  }

  /** False when there is no such token. */
  revoke(value: string): boolean {
    return this.#tokens.delete(value);
  }

  revokeAll(): number {
    const { size } = this.#tokens;
    this.#tokens.clear();
    return size;
  }

  /** False when no code of that name waits. */
  decide(userCode: string, state: 'approved' | 'denied'): boolean {
    const wanted = userCode.replace(/[^a-z0-9]/gi, '').toUpperCase();
    const code = this.waiting().find((each) => each.userCode === wanted);
    if (code === undefined) return false;
    code.state = state;
    return true;
  }

  /** Codes that a person has not decided about. */
  waiting(): DeviceCode[] {
    return [...this.#codes.values()].filter((code) => code.state === 'pending' && !this.#isOver(code));
  }

  get tokenCount(): number {
    return this.#tokens.size;
  }

  #isOver(code: DeviceCode): boolean {
    return code.state === 'used' || code.state === 'denied' || this.#clock.now() >= code.expiresAt;
  }
}

function dropOldest<Key, Value>(map: Map<Key, Value>, max: number): void {
  const [oldest] = map.keys();
  if (map.size >= max && oldest !== undefined) map.delete(oldest);
}
