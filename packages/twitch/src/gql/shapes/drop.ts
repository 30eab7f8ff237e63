import {
  type BenefitId,
  benefitId,
  type DropId,
  type DropInstanceId,
  dropId,
  dropInstanceId,
  type Result,
} from '@dropwise/kit';
import * as v from 'valibot';
import { filledText, idField, instant, nullishUrl, text, wholeNumber } from '../../parsing/fields.ts';
import { readShape } from '../../parsing/lenient-list.ts';
import type { ShapeProblem } from '../../parsing/shape-problem.ts';

export interface TwitchBenefit {
  readonly id: BenefitId;
  readonly name: string;
  /** As Twitch spells it: `DIRECT_ENTITLEMENT`, `BADGE`, `EMOTE`, `CODE`, or one that is new. */
  readonly distributionType: string;
  readonly imageUrl: string | null;
}

export interface TwitchDrop {
  readonly id: DropId;
  readonly name: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** 0 = by subscription only. */
  readonly requiredMinutes: number;
  readonly requiredSubs: number;
  readonly preconditionIds: readonly DropId[];
  readonly benefits: readonly TwitchBenefit[];
  /** The account's own edge; null where the answer carries none. */
  readonly self: TwitchDropSelf | null;
}

export interface TwitchDropSelf {
  readonly minutes: number;
  readonly claimed: boolean;
  /** What a claim names; null until the requirement is met. */
  readonly instanceId: DropInstanceId | null;
}

const benefitSchema = v.object({
  id: idField(benefitId),
  name: text,
  distributionType: v.nullish(text),
  imageAssetURL: nullishUrl,
});

const dropSchema = v.object({
  id: idField(dropId),
  name: filledText,
  startAt: instant,
  endAt: instant,
  requiredMinutesWatched: wholeNumber,
  requiredSubs: v.nullish(wholeNumber, 0),
  preconditionDrops: v.nullish(v.array(v.object({ id: idField(dropId) })), []),
  benefitEdges: v.nullish(v.array(v.object({ benefit: benefitSchema })), []),
  self: v.nullish(
    v.object({
      currentMinutesWatched: v.nullish(wholeNumber, 0),
      isClaimed: v.boolean(),
      dropInstanceID: v.nullish(idField(dropInstanceId)),
    }),
  ),
});

/** Reads one element of `timeBasedDrops`. Protocol 3.6, 3.8. */
export function readDrop(input: unknown, path: string): Result<TwitchDrop, ShapeProblem> {
  const parsed = readShape(dropSchema, input, path);
  if (!parsed.ok) return parsed;
  const drop = parsed.value;
  return {
    ok: true,
    value: {
      id: drop.id,
      name: drop.name,
      startsAt: drop.startAt,
      endsAt: drop.endAt,
      requiredMinutes: drop.requiredMinutesWatched,
      requiredSubs: drop.requiredSubs,
      preconditionIds: drop.preconditionDrops.map((precondition) => precondition.id),
      benefits: drop.benefitEdges.map(({ benefit }) => ({
        id: benefit.id,
        name: benefit.name,
        distributionType: benefit.distributionType ?? 'UNKNOWN',
        imageUrl: benefit.imageAssetURL ?? null,
      })),
      self: drop.self
        ? {
            minutes: drop.self.currentMinutesWatched,
            claimed: drop.self.isClaimed,
            instanceId: drop.self.dropInstanceID ?? null,
          }
        : null,
    },
  };
}
