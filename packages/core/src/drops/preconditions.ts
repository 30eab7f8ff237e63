import type { Campaign, Drop } from './campaign.ts';

/** Every precondition is claimed; one that names no drop of the campaign never is. Protocol 3.6. */
export function preconditionsClaimed(campaign: Campaign, drop: Drop): boolean {
  return drop.preconditionIds.every((id) => campaign.drops.find((other) => other.id === id)?.claim.kind === 'claimed');
}

/** The first drop that must be claimed before this one, in the campaign's order; null = none is left. */
export function openPreconditionOf(campaign: Campaign, drop: Drop): Drop | null {
  const open = campaign.drops.find(
    (other) => drop.preconditionIds.includes(other.id) && other.claim.kind !== 'claimed',
  );
  return open ?? null;
}

/** Every drop that has this one as a precondition, directly or through others. A cycle ends the walk. */
export function followersOf(campaign: Campaign, drop: Drop): readonly Drop[] {
  const followers = new Set<Drop>();
  const queue: Drop[] = [drop];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const other of campaign.drops) {
      if (other === drop || followers.has(other) || !other.preconditionIds.includes(next.id)) continue;
      followers.add(other);
      queue.push(other);
    }
  }
  return [...followers];
}

/** A drop that could only be earned after itself; null = there is none. */
export function findPreconditionCycle(drops: readonly Pick<Drop, 'id' | 'preconditionIds'>[]): string | null {
  const byId = new Map<string, Pick<Drop, 'id' | 'preconditionIds'>>(drops.map((drop) => [drop.id, drop]));
  const finished = new Set<string>();
  const onPath = new Set<string>();
  const visit = (id: string): string | null => {
    if (finished.has(id)) return null;
    if (onPath.has(id)) return id;
    onPath.add(id);
    for (const before of byId.get(id)?.preconditionIds ?? []) {
      const found = visit(before);
      if (found !== null) return found;
    }
    onPath.delete(id);
    finished.add(id);
    return null;
  };
  for (const drop of drops) {
    const found = visit(drop.id);
    if (found !== null) return found;
  }
  return null;
}
