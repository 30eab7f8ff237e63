import { type DropInstanceId, succeed } from '@dropwise/kit';
import * as v from 'valibot';
import { text } from '../../parsing/fields.ts';
import { readShape } from '../../parsing/lenient-list.ts';
import { defineOperation } from '../operation.ts';

/** `claimed` and `alreadyClaimed` are successes. */
export type ClaimVerdict =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'alreadyClaimed' }
  /** `status` as Twitch gave it, null when it gave none. */
  | { readonly kind: 'refused'; readonly status: string | null; readonly problem: string };

const schema = v.object({
  claimDropRewards: v.nullish(v.object({ status: text })),
  errors: v.nullish(v.array(v.unknown())),
});

/** Protocol 3.13. */
export const claimDrop = defineOperation<{ dropInstanceId: DropInstanceId }, ClaimVerdict>({
  name: 'DropsPage_ClaimDropRewards',
  variables: ({ dropInstanceId }) => ({ input: { dropInstanceID: dropInstanceId } }),
  read(data) {
    const parsed = readShape(schema, data, 'data');
    return parsed.ok ? succeed(verdictOf(parsed.value)) : parsed;
  },
});

function verdictOf({ claimDropRewards, errors }: v.InferOutput<typeof schema>): ClaimVerdict {
  const status = claimDropRewards?.status ?? null;
  if (errors && errors.length > 0) {
    return { kind: 'refused', status, problem: `Twitch answered errors: ${JSON.stringify(errors).slice(0, 200)}` };
  }
  if (status === 'ELIGIBLE_FOR_ALL') return { kind: 'claimed' };
  if (status === 'DROP_INSTANCE_ALREADY_CLAIMED') return { kind: 'alreadyClaimed' };
  if (status === null) return { kind: 'refused', status, problem: 'Twitch answered without a result' };
  return { kind: 'refused', status, problem: `Twitch answered ${status.slice(0, 80)}` };
}
