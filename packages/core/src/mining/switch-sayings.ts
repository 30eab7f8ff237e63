import { sayer } from '../sayings/saying.ts';

/** Why the plan leaves one campaign for another. */
export const switchSayings = {
  'switch-lost': '{from} can no longer be finished.',
  'switch-only': '{to} is what can be watched now.',
  'switch-wish': '{to} is a {toWish}, and {from} is a {fromWish}.',
  'switch-harms': '{from} would take minutes that others need to be finished in time.',
  'switch-cut-short': '{from} would have to be left again before its next drop is finished.',
  'switch-fills': '{from} brings less than a minute is worth: it fills what is left over.',
  'switch-tighter': '{to} has {toSpareMinutes} to spare, and {from} has {fromSpareMinutes}.',
  'switch-cheaper': '{to} brings a drop for {toDropMinutes} of watching, and {from} for {fromDropMinutes}.',
  'switch-cheaper-tighter':
    '{to} brings a drop for {toDropMinutes} of watching, and {from} for {fromDropMinutes}; it has {toSpareMinutes} to spare, and {from} has {fromSpareMinutes}.',
} as const;

export type SwitchSayingCode = keyof typeof switchSayings;

export const sayOfSwitch = sayer(switchSayings, (name, value) =>
  name.endsWith('Minutes') && typeof value === 'number' ? formatMinutes(value) : String(value),
);

/** What it is for a campaign that never brings a drop. */
export const endlessMinutes = -1;

/** "no time", "40 min", "5 h", "3 days". */
function formatMinutes(minutes: number): string {
  if (minutes === endlessMinutes) return 'ever';
  if (minutes <= 0) return 'no time';
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
