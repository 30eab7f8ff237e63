import type { sayings as en } from '../en/sayings.ts';
import { adapterSayings } from './sayings/adapters.ts';
import { causeSayings } from './sayings/causes.ts';
import { childSayings } from './sayings/children.ts';
import { limitSayings } from './sayings/limits.ts';
import { planSayings } from './sayings/plan.ts';
import { pushSayings } from './sayings/pushing.ts';
import { settingSayings } from './sayings/settings.ts';
import { startSayings } from './sayings/starting.ts';

export const sayings: Record<keyof typeof en, string> = {
  ...childSayings,
  ...causeSayings,
  ...adapterSayings,
  ...settingSayings,
  ...planSayings,
  ...startSayings,
  ...pushSayings,
  ...limitSayings,
};
