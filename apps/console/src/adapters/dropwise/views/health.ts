import type { HealthView, HeldReasonView } from '@dropwise/contract';
import { type HeldReason, healthOf } from '@dropwise/core';
import type { ViewSource } from './view-source.ts';

export function healthViewOf({ state, now }: ViewSource): HealthView {
  const health = healthOf(state, now);
  return { ...reasonView(health), others: health.others.map(reasonView) };
}

function reasonView({ code, level, sentence, todo, detail, since }: HeldReason): HeldReasonView {
  return { code, level, sentence, todo, detail: { ...detail }, since };
}
