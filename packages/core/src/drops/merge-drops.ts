import type { Claim, Drop, Progress } from './campaign.ts';
import { confirmedAs, noProgress } from './progress.ts';
import type { ClaimedBenefits, DropReport } from './report.ts';

/** Drops as reported, with the progress and the claims that are known or follow from the report. Protocol 3.6. */
export function mergeDrops(
  known: readonly Drop[],
  reports: readonly DropReport[],
  claimed: ClaimedBenefits,
  now: number,
): readonly Drop[] {
  const knownById = new Map(known.map((drop) => [drop.id, drop]));
  return reports.map((report) => mergeDrop(knownById.get(report.id) ?? null, report, claimed, now));
}

function mergeDrop(known: Drop | null, report: DropReport, claimed: ClaimedBenefits, now: number): Drop {
  const { self: _self, ...said } = report;
  const claim = mergeClaim(known, report, claimed, now);
  const before = { ...said, progress: clampTo(known?.progress ?? noProgress, report.requiredMinutes), claim };
  return { ...before, progress: mergeProgress(before, report, now) };
}

function mergeProgress(drop: Drop, report: DropReport, now: number): Progress {
  if (drop.claim.kind === 'claimed') {
    // A claim is proof of the whole requirement (protocol 3.6, `self.isClaimed`); an inferred one is proof of nothing.
    return isFull(drop) || drop.claim.inferred === true
      ? { ...drop.progress, estimatedMinutes: 0 }
      : confirmedAs(drop, report.requiredMinutes, 'inventory', drop.claim.at);
  }
  return report.self === null ? drop.progress : confirmedAs(drop, report.self.minutes, 'inventory', now);
}

function isFull(drop: Drop): boolean {
  return drop.progress.confirmedMinutes >= drop.requiredMinutes;
}

/** Twitch changes requirements now and then; minutes never exceed the new one. */
function clampTo(progress: Progress, requiredMinutes: number): Progress {
  const required = Number.isFinite(requiredMinutes) ? Math.max(0, requiredMinutes) : 0;
  const confirmedMinutes = Math.min(progress.confirmedMinutes, required);
  const estimatedMinutes = Math.min(progress.estimatedMinutes, required - confirmedMinutes);
  return { ...progress, confirmedMinutes, estimatedMinutes };
}

function mergeClaim(known: Drop | null, report: DropReport, claimed: ClaimedBenefits, now: number): Claim {
  const before = known?.claim ?? unclaimed;
  if (before.kind === 'claimed' && before.inferred !== true) return before;
  const told = before.kind === 'claimed' ? unclaimed : before;
  const awardedAt = awardedWithin(report, claimed);
  const { self } = report;
  if (self === null) {
    if (awardedAt === null) return told;
    // A drop that waited for its claim and whose reward arrived was claimed: by hand, on Twitch's own page.
    return told.kind === 'unclaimed'
      ? { kind: 'claimed', at: awardedAt, inferred: true }
      : { kind: 'claimed', at: awardedAt };
  }
  if (self.claimed) return { kind: 'claimed', at: awardedAt ?? now };
  if (self.instanceId === null) return told;
  if (told.kind === 'byHand') return { ...told, instanceId: self.instanceId };
  return { kind: 'ready', instanceId: self.instanceId, readyAt: told.kind === 'ready' ? told.readyAt : now };
}

const unclaimed = { kind: 'unclaimed' } as const;

/**
 * When the drop's benefits were awarded: at least one was, and every award fell into the drop's own time; otherwise
 * null, because the same benefit may come from an earlier campaign. Protocol 3.6, claim inference.
 */
function awardedWithin(report: DropReport, claimed: ClaimedBenefits): number | null {
  // Ids come from outside: one called `constructor` must not find the object's own.
  const awards = report.benefits.map(({ id }) => claimed[id]).filter((at) => typeof at === 'number');
  if (awards.length === 0) return null;
  return awards.every((at) => report.startsAt <= at && at < report.endsAt) ? Math.max(...awards) : null;
}
