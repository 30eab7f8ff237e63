/** What became of one try to send a message. Never holds a secret, nor what the other side answered. */
export type Delivery =
  | { readonly kind: 'delivered'; readonly detail: string }
  /** It may work later: after `afterMs` where the other side said so, else when the sender thinks fit. */
  | { readonly kind: 'retry'; readonly afterMs: number | null; readonly why: string }
  /** It will not work as it is set up. */
  | { readonly kind: 'failed'; readonly why: string };

export function delivered(detail: string): Delivery {
  return { kind: 'delivered', detail };
}

export function retryLater(why: string, afterMs: number | null = null): Delivery {
  return { kind: 'retry', afterMs, why };
}

export function failedForGood(why: string): Delivery {
  return { kind: 'failed', why };
}
