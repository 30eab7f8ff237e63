import type { ConsentRecord } from '@dropwise/contract/audience';
import { type Clock, fail, type Result, succeed, type Timer } from '@dropwise/kit';
import type { Authority } from '../wire/transport.ts';
import { canonicalAddress } from './address-kind.ts';
import {
  type ConsentChange,
  type ConsentSource,
  type FoundConsent,
  filterConsenting,
  findConsent,
  recheckConsent,
} from './consent-source.ts';
import type { Grant } from './gate.ts';
import { describeExpiry, judgeTerms } from './limits.ts';
import { authorityKey } from './target.ts';

/** How often an operator's consent is asked for again: what it costs him to stop a run. */
export const recheckMs = 60_000;
const missesToWithdraw = 2;
/** Of one name; more are not asked, and nothing is sent to them. */
export const maxAddresses = 8;

export interface CaseWorld {
  readonly source: ConsentSource;
  resolve(host: string): Promise<Result<readonly string[], string>>;
  readonly clock: Clock;
  readonly fingerprint: string;
  /** At most so many at once, now. */
  viewers(): number;
  /** It was given, and no longer is. */
  withdrawn(authority: Authority, sentence: string): void;
  /** It holds for more addresses than before. */
  widened(grant: Grant): void;
}

/**
 * The consent of one authority, from the question to its end.
 *
 *   asking ──found and fitting──▶ given ──every 60 s, or at its not-after──▶ given
 *     │                             │ changed, missing twice, expired
 *     └──────▶ refused              └──────▶ withdrawn
 */
export class ConsentCase {
  readonly #world: CaseWorld;
  readonly #authority: Authority;
  readonly #timers: Timer[] = [];
  #found: FoundConsent | null = null;
  #addresses: readonly string[] = [];
  #state: Result<Grant, string> | null = null;
  #misses = 0;
  #checks = 0;
  #firstCheckedAtMs = 0;
  #lastCheckedAtMs = 0;

  constructor(world: CaseWorld, authority: Authority) {
    this.#world = world;
    this.#authority = authority;
  }

  /** What holds now; null while it is being asked for. */
  get state(): Result<Grant, string> | null {
    return this.#state;
  }

  get maxMbps(): number | null {
    return this.#state?.ok === true ? (this.#found?.terms.maxMbps ?? null) : null;
  }

  get maxViewers(): number | null {
    return this.#state?.ok === true ? (this.#found?.terms.maxViewers ?? null) : null;
  }

  async ask(addresses: readonly string[]): Promise<Result<Grant, string>> {
    const found = await findConsent(this.#world.source, this.#authority, addresses);
    this.#noteCheck();
    this.#firstCheckedAtMs = this.#lastCheckedAtMs;
    this.#state = found.ok ? this.#judge(found.value) : fail(found.failure);
    return this.#state;
  }

  /** What the report keeps; null = nothing was given. */
  record(): ConsentRecord | null {
    if (this.#found === null) return null;
    const { terms, by, sha256 } = this.#found;
    return {
      authority: authorityKey(this.#authority),
      addresses: [...this.#addresses],
      by,
      fingerprint: terms.fingerprint,
      sha256,
      firstCheckedAt: new Date(this.#firstCheckedAtMs).toISOString(),
      lastCheckedAt: new Date(this.#lastCheckedAtMs).toISOString(),
      checks: this.#checks,
      maxViewers: terms.maxViewers,
      maxMbps: terms.maxMbps,
      paths: [...terms.paths],
      notAfter: new Date(terms.notAfterMs).toISOString(),
    };
  }

  close(): void {
    for (const timer of this.#timers.splice(0)) timer.cancel();
  }

  #judge(found: FoundConsent): Result<Grant, string> {
    const { clock, fingerprint } = this.#world;
    const run = { fingerprint, viewers: this.#world.viewers(), nowMs: clock.now() };
    const judged = judgeTerms(authorityKey(this.#authority), found.terms, run);
    if (!judged.ok) return judged;
    this.#found = found;
    this.#addresses = found.addresses;
    this.#timers.push(clock.after(found.terms.notAfterMs - run.nowMs, () => this.#expire()));
    this.#scheduleRecheck();
    return succeed(this.#grant(found));
  }

  #grant(found: FoundConsent): Grant {
    return { authority: this.#authority, addresses: this.#addresses, by: found.by, paths: found.terms.paths };
  }

  #scheduleRecheck(): void {
    this.#timers[1]?.cancel();
    // Of the next one, before this one begins: what a question takes does not make them rarer.
    this.#timers[1] = this.#world.clock.after(recheckMs, () => {
      this.#scheduleRecheck();
      void this.#recheck();
    });
  }

  async #recheck(): Promise<void> {
    const found = this.#found;
    if (found === null || this.#state?.ok !== true) return;
    const asked = { ...found, addresses: this.#addresses };
    const change = await recheckConsent(this.#world.source, this.#authority, asked);
    this.#noteCheck();
    if (change !== null) this.#takeChange(change);
    else this.#misses = 0;
    if (this.#lastCheckedAtMs >= found.terms.notAfterMs) this.#expire();
    if (change === null) await this.#lookForOthers(found);
  }

  #takeChange(change: ConsentChange): void {
    this.#misses += 1;
    if (change.kind === 'changed') this.#withdraw(change.sentence);
    else if (this.#misses >= missesToWithdraw) {
      this.#withdraw(`It was not there ${missesToWithdraw} times in a row. ${change.sentence}`);
    }
  }

  /** A name that points elsewhere by now: those machines are asked first, and until they consent nothing goes there. */
  async #lookForOthers(found: FoundConsent): Promise<void> {
    const resolved = await this.#world.resolve(this.#authority.host);
    if (!resolved.ok) return;
    const known = new Set(this.#addresses);
    const fresh = resolved.value.filter((address) => !known.has(address)).slice(0, maxAddresses - known.size);
    const further = await filterConsenting(this.#world.source, this.#authority, found, fresh);
    if (further.length === 0 || this.#state?.ok !== true) return;
    this.#addresses = [...this.#addresses, ...further];
    const grant = this.#grant(found);
    this.#state = succeed(grant);
    this.#world.widened(grant);
  }

  #expire(): void {
    if (this.#found !== null) this.#withdraw(describeExpiry(authorityKey(this.#authority), this.#found.terms));
  }

  #withdraw(reason: string): void {
    if (this.#state?.ok !== true) return;
    this.close();
    const sentence = `${authorityKey(this.#authority)} consents no longer. ${reason}`;
    this.#state = fail(sentence);
    this.#world.withdrawn(this.#authority, sentence);
  }

  #noteCheck(): void {
    this.#checks += 1;
    this.#lastCheckedAtMs = this.#world.clock.now();
  }
}

/** Resolved addresses as they are pinned: each once, in one spelling, at most eight. */
export function pinnable(addresses: readonly string[]): readonly string[] {
  const canonical = addresses.map(canonicalAddress).filter((address) => address !== null);
  return [...new Set(canonical)].slice(0, maxAddresses);
}
