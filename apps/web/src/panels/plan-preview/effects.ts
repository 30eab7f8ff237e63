import type { ForecastView, PlanPreviewView } from '@dropwise/contract';

export type EffectKind = 'gained' | 'lost' | 'riskier' | 'safer' | 'later' | 'earlier';

/** What a change of wishes does to one drop. */
export interface Effect {
  readonly kind: EffectKind;
  readonly dropId: string;
  readonly dropName: string;
  readonly campaignName: string;
  readonly game: string;
  /** When it would be finished; null = not, or when somebody streams it. */
  readonly finishesAt: number | null;
  /** How much later or earlier; null for the other kinds. */
  readonly byMs: number | null;
  /** What gets its time where it is lost to others. */
  readonly forNames: readonly string[];
}

/** Told in this order: what is lost is not to be overlooked. */
export const effectKinds: readonly EffectKind[] = ['lost', 'gained', 'riskier', 'safer', 'later', 'earlier'];

/** The console says which drops change; what exactly is read from the two plans, so that every language can say it. */
export function effectsOf({ before, after, changes }: PlanPreviewView): readonly Effect[] {
  const earlier = new Map(before.forecasts.map((each) => [keyOf(each), each]));
  const later = new Map(after.forecasts.map((each) => [keyOf(each), each]));
  const effects = changes.map(({ dropId, dropName, campaignName, game, from, to }) => {
    const key = keyOf({ dropId, campaignName });
    const [was, is] = [earlier.get(key), later.get(key)];
    const kind = kindOf(from, to, was, is);
    const byMs = kind === 'later' || kind === 'earlier' ? shiftOf(was, is) : null;
    return {
      kind,
      dropId,
      dropName,
      campaignName,
      game,
      finishesAt: is?.finishesAt ?? null,
      byMs: byMs === null ? null : Math.abs(byMs),
      forNames: is?.kind === 'givenUp' ? is.forCampaignNames : [],
    };
  });
  return effects.sort((a, b) => effectKinds.indexOf(a.kind) - effectKinds.indexOf(b.kind));
}

function keyOf({ dropId, campaignName }: Pick<ForecastView, 'dropId' | 'campaignName'>): string {
  return `${dropId} ${campaignName}`;
}

function kindOf(from: string, to: string, was: ForecastView | undefined, is: ForecastView | undefined): EffectKind {
  if (!isFinished(from)) return 'gained';
  if (!isFinished(to)) return 'lost';
  if (from !== to) return to === 'atRisk' ? 'riskier' : 'safer';
  return (shiftOf(was, is) ?? 0) < 0 ? 'earlier' : 'later';
}

function isFinished(kind: string): boolean {
  return kind === 'onTrack' || kind === 'atRisk';
}

function shiftOf(was: ForecastView | undefined, is: ForecastView | undefined): number | null {
  const [from, to] = [was?.finishesAt ?? null, is?.finishesAt ?? null];
  return from === null || to === null ? null : to - from;
}
