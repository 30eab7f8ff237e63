import type { ConsentRecord } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed } from '@dropwise/kit';
import type { Authority, ByteMeter, ProxyEndpoint, Transport } from '../wire/transport.ts';
import { addressKindOf } from './address-kind.ts';
import { ConsentCase, pinnable } from './consent-case.ts';
import { coverPath } from './cover-path.ts';
import type { Grant } from './gate.ts';
import { judgeBandwidth, judgeViewers, type OwnLimits } from './limits.ts';
import { type ConsentAnswer, maxAuthorities } from './messages.ts';
import { meansTheSameAt } from './proxied-address.ts';
import { authorityKey, readTarget } from './target.ts';

/**
 * All that consent depends on. There is nothing here to switch it off with, and nothing is read from anywhere else: of the
 * operator's settings only limits come in, and those can but lower what an origin allows.
 */
export interface ConsentOfficeOptions {
  /** Of the operator's key; null = he has none, and may load this machine alone. */
  readonly fingerprint: string | null;
  /** Of the whole run, at once. */
  readonly viewers: number;
  readonly limits: OwnLimits;
  /** All that the run may use. */
  readonly proxies: readonly Pick<ProxyEndpoint, 'host' | 'port'>[];
  /** Addresses of a name; the failure is a sentence. */
  resolve(host: string): Promise<Result<readonly string[], string>>;
  /** TXT records of a name, the parts of each joined; the failure is a sentence. */
  readTxt(name: string): Promise<Result<readonly string[], string>>;
  /** Asks for the files: directly, whatever the run's own way. */
  readonly transport: Transport;
  readonly meter: ByteMeter;
  readonly clock: Clock;
}

export type ConsentNews =
  | { readonly kind: 'answer'; readonly answer: ConsentAnswer }
  /** The run must be over within five seconds. An `answer` that refuses goes with it. */
  | { readonly kind: 'withdrawn'; readonly sentence: string };

/** Where the coordinator asks operators whether they want this run. */
export interface ConsentOffice {
  /** Asks the origin the first time, and answers from memory then. The failure is a sentence for a person. */
  check(given: URL | string, throughProxy: boolean): Promise<Result<Grant, string>>;
  /** The same without a path, for a shard's question. */
  answer(authority: Authority, throughProxy: boolean): Promise<ConsentAnswer>;
  /** Whether so many viewers of a rendition of so many bits a second are within every limit. */
  checkLoad(viewers: number, topBitsPerSecond: number): Result<void, string>;
  /** From now on so many; call `checkLoad` first. */
  changeViewers(viewers: number): void;
  /** The smallest of all limits; null = none, this machine alone is loaded. */
  readonly maxMbps: number | null;
  /** Calls `hear` with what changes of itself until disposed. */
  subscribe(hear: (news: ConsentNews) => void): Disposable;
  records(): readonly ConsentRecord[];
  /** Asks no more. */
  close(): void;
}

export function createConsentOffice(options: ConsentOfficeOptions): ConsentOffice {
  return new Office(options);
}

/** One authority: looked up once; its token is asked for when it is needed. */
interface Docket {
  readonly authority: Authority;
  readonly addresses: Promise<Result<readonly string[], string>>;
  token: Promise<Result<Grant, string>> | null;
  consent: ConsentCase | null;
  loopback: { readonly grant: Grant; readonly record: ConsentRecord } | null;
}

class Office implements ConsentOffice {
  readonly #options: ConsentOfficeOptions;
  readonly #dockets = new Map<string, Docket>();
  readonly #listeners = new Set<(news: ConsentNews) => void>();
  #viewers: number;

  constructor(options: ConsentOfficeOptions) {
    this.#options = options;
    this.#viewers = options.viewers;
  }

  async check(given: URL | string, throughProxy: boolean): Promise<Result<Grant, string>> {
    const target = readTarget(given);
    if (!target.ok) return fail(`The address does not fit: ${target.failure}`);
    const granted = await this.#grantFor(target.value.authority, throughProxy);
    return granted.ok ? coverPath(granted.value, target.value.pathname) : granted;
  }

  async answer(authority: Authority, throughProxy: boolean): Promise<ConsentAnswer> {
    // Read again as an address: the question came from another process.
    const target = readTarget(`${authorityKey(authority)}/`);
    const granted = target.ok ? await this.#grantFor(target.value.authority, throughProxy) : target;
    return granted.ok
      ? { kind: 'consent-granted', authority, throughProxy, grant: granted.value }
      : { kind: 'consent-refused', authority, throughProxy, sentence: granted.failure };
  }

  checkLoad(viewers: number, topBitsPerSecond: number): Result<void, string> {
    const { maxViewers, maxMbps } = this.#options.limits;
    const limits = [
      { where: 'The configuration', maxViewers, maxMbps },
      ...[...this.#dockets].map(([key, { consent }]) => ({
        where: `The consent of ${key}`,
        maxViewers: consent?.maxViewers ?? null,
        maxMbps: consent?.maxMbps ?? null,
      })),
    ];
    for (const limit of limits) {
      const count = judgeViewers(limit.where, limit.maxViewers, viewers);
      if (!count.ok) return count;
      const rate = judgeBandwidth(limit.where, limit.maxMbps, viewers, topBitsPerSecond);
      if (!rate.ok) return rate;
    }
    return succeed(undefined);
  }

  changeViewers(viewers: number): void {
    this.#viewers = viewers;
  }

  get maxMbps(): number | null {
    const given = [...this.#dockets.values()].map(({ consent }) => consent?.maxMbps ?? null);
    const limits = [this.#options.limits.maxMbps, ...given].filter((limit) => limit !== null);
    return limits.length === 0 ? null : Math.min(...limits);
  }

  subscribe(hear: (news: ConsentNews) => void): Disposable {
    this.#listeners.add(hear);
    return { [Symbol.dispose]: () => void this.#listeners.delete(hear) };
  }

  records(): readonly ConsentRecord[] {
    return [...this.#dockets.values()].flatMap(({ loopback, consent }) => {
      const given = consent?.record() ?? null;
      return [...(loopback === null ? [] : [loopback.record]), ...(given === null ? [] : [given])];
    });
  }

  close(): void {
    for (const { consent } of this.#dockets.values()) consent?.close();
    this.#listeners.clear();
  }

  async #grantFor(authority: Authority, throughProxy: boolean): Promise<Result<Grant, string>> {
    const docket = this.#docketFor(authority);
    if (docket === null) {
      return fail(`At most ${maxAuthorities} hosts are asked in a run; ${authorityKey(authority)} is one more.`);
    }
    const addresses = await docket.addresses;
    if (!addresses.ok) return addresses;
    // Whatever the name: of what is not this machine throughout, nothing counts as this machine.
    const isThisMachine = addresses.value.every((address) => addressKindOf(address) === 'loopback');
    if (isThisMachine && !throughProxy) return succeed(this.#grantLoopback(docket, addresses.value));
    docket.token ??= this.#askForToken(docket, addresses.value);
    const asked = await docket.token;
    const now = docket.consent?.state ?? asked;
    return now.ok && throughProxy ? this.#keepFromOthers(now.value) : now;
  }

  #docketFor(authority: Authority): Docket | null {
    const key = authorityKey(authority);
    const known = this.#dockets.get(key);
    if (known !== undefined) return known;
    if (this.#dockets.size >= maxAuthorities) return null;
    const docket: Docket = {
      authority,
      addresses: this.#resolve(authority.host),
      token: null,
      consent: null,
      loopback: null,
    };
    this.#dockets.set(key, docket);
    return docket;
  }

  async #resolve(host: string): Promise<Result<readonly string[], string>> {
    const resolved = await this.#options.resolve(host);
    if (!resolved.ok) return fail(`${host} could not be looked up: ${resolved.failure}`);
    const addresses = pinnable(resolved.value);
    if (addresses.length === 0) return fail(`${host} has no address.`);
    const unusable = addresses.find((address) => addressKindOf(address) === 'unusable');
    return unusable === undefined ? succeed(addresses) : fail(`${host} is at ${unusable}, which is nobody’s address.`);
  }

  #grantLoopback(docket: Docket, addresses: readonly string[]): Grant {
    if (docket.loopback === null) {
      const { authority } = docket;
      const at = new Date(this.#options.clock.now()).toISOString();
      docket.loopback = {
        grant: { authority, addresses, by: 'loopback', paths: [] },
        record: {
          authority: authorityKey(authority),
          addresses: [...addresses],
          by: 'loopback',
          fingerprint: null,
          sha256: null,
          firstCheckedAt: at,
          lastCheckedAt: at,
          checks: 1,
          maxViewers: null,
          maxMbps: null,
          paths: [],
          notAfter: null,
        },
      };
    }
    return docket.loopback.grant;
  }

  async #askForToken(docket: Docket, addresses: readonly string[]): Promise<Result<Grant, string>> {
    const { fingerprint, transport, meter, clock } = this.#options;
    if (fingerprint === null) {
      const name = authorityKey(docket.authority);
      return fail(`${name} is asked for its consent to a key, and there is none yet: run "dropwise audience keygen".`);
    }
    docket.consent = new ConsentCase(
      {
        source: { transport, meter, readTxt: (name) => this.#options.readTxt(name) },
        resolve: (host) => this.#resolve(host),
        clock,
        fingerprint,
        viewers: () => this.#viewers,
        withdrawn: (authority, sentence) => this.#withdraw(authority, sentence),
        widened: (grant) => this.#widen(grant),
      },
      docket.authority,
    );
    return docket.consent.ask(addresses);
  }

  #keepFromOthers(grant: Grant): Result<Grant, string> {
    for (const proxy of this.#options.proxies) {
      const other = grant.addresses.find((address) => !meansTheSameAt(proxy, address));
      if (other !== undefined) {
        const name = authorityKey(grant.authority);
        return fail(`${name} is ${other}, which may be another machine seen from ${proxy.host}:${proxy.port}.`);
      }
    }
    return succeed(grant);
  }

  #withdraw(authority: Authority, sentence: string): void {
    for (const throughProxy of [false, true]) {
      if (!throughProxy && this.#dockets.get(authorityKey(authority))?.loopback != null) continue;
      this.#tell({ kind: 'answer', answer: { kind: 'consent-refused', authority, throughProxy, sentence } });
    }
    this.#tell({ kind: 'withdrawn', sentence });
  }

  #widen(grant: Grant): void {
    const { authority } = grant;
    if (this.#dockets.get(authorityKey(authority))?.loopback == null) {
      this.#tell({ kind: 'answer', answer: { kind: 'consent-granted', authority, throughProxy: false, grant } });
    }
    const proxied = this.#keepFromOthers(grant);
    this.#tell({
      kind: 'answer',
      answer: proxied.ok
        ? { kind: 'consent-granted', authority, throughProxy: true, grant }
        : { kind: 'consent-refused', authority, throughProxy: true, sentence: proxied.failure },
    });
  }

  #tell(news: ConsentNews): void {
    for (const hear of this.#listeners) hear(news);
  }
}
