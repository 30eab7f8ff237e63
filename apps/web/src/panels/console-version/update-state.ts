import type { updateView } from '@dropwise/contract';
import type * as v from 'valibot';

export type UpdateView = v.InferOutput<typeof updateView>;

/** What is known of newer versions, one thing at a time. */
export type UpdateState =
  | { readonly kind: 'off' }
  | { readonly kind: 'found'; readonly version: string; readonly link: string }
  | { readonly kind: 'problem'; readonly sentence: string }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'newest'; readonly at: number };

export function updateStateOf({ checks, checkedAt, found, problem }: UpdateView): UpdateState {
  // What was found stays true when nobody is asked any more.
  if (found !== null) return { kind: 'found', version: found.version, link: found.link };
  if (!checks) return { kind: 'off' };
  if (problem !== null) return { kind: 'problem', sentence: problem };
  return checkedAt === null ? { kind: 'notYet' } : { kind: 'newest', at: checkedAt };
}
