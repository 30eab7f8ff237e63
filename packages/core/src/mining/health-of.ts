import { type ReasonLevel, reasonLevels } from '../health/reason.ts';
import type { ReasonCode } from '../health/reason-codes.ts';
import { formatReason, reasons, worstLevel } from '../health/reasons.ts';
import type { MinerState } from './state.ts';

/** A reason that holds, in words. */
export interface HeldReason {
  readonly code: ReasonCode;
  readonly level: ReasonLevel;
  readonly sentence: string;
  readonly todo: string;
  /** What stands for the words in braces of the table's sentence, for who says it in another language. */
  readonly detail: Readonly<Record<string, string>>;
  /** Epoch ms; null for what follows from the state alone. */
  readonly since: number | null;
}

/** One level and one sentence, then everything else that holds, worst first. */
export interface Health extends HeldReason {
  readonly others: readonly HeldReason[];
}

/** A confirmation older than this is no proof that minutes still count. Protocol 5.4: five minutes of silence happen. */
export const confirmationHoldsMs = 6 * 60_000;

/** Is it really counting? What interface, health check, metrics and alerts all read. */
export function healthOf(state: MinerState, now: number): Health {
  const held = (Object.keys(state.conditions) as ReasonCode[]).map((code) => holding(state, code));
  const own = ownReason(state, now);
  const all = [...held.filter((reason) => reason.code !== own), holding(state, own)].sort(
    (a, b) => rank(b.level) - rank(a.level),
  );
  const [first, ...others] = all;
  const worst = first ?? describe('starting', null, {});
  return { ...worst, level: worstLevel(all.map((reason) => reason.code)), others };
}

/** What the phase itself says. */
function ownReason(state: MinerState, now: number): ReasonCode {
  const { phase, watching } = state;
  if (state.account.kind === 'waitingForPerson') return 'login-needed';
  if (phase.kind === 'idle') return phase.why;
  if (watching === null) return 'starting';
  const confirmedAt = watching.lastConfirmedAt;
  if (confirmedAt !== null && now - confirmedAt <= confirmationHoldsMs) return 'working';
  return now - Math.max(confirmedAt ?? 0, watching.since) <= confirmationHoldsMs
    ? 'working-unconfirmed'
    : 'long-unconfirmed';
}

function holding(state: MinerState, code: ReasonCode): HeldReason {
  const condition = state.conditions[code];
  return describe(code, condition?.since ?? null, condition?.detail ?? {});
}

function describe(code: ReasonCode, since: number | null, detail: Readonly<Record<string, string>>): HeldReason {
  return { code, level: reasons[code].level, ...formatReason(code, detail), detail, since };
}

function rank(level: ReasonLevel): number {
  return reasonLevels.indexOf(level);
}
