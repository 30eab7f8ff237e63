import type { WhyNotView } from '@dropwise/contract';
import { type WhyNotCode, whyNotCodes, whyNotReasons } from '@dropwise/core';

/** Words that are explained, in the order in which they build on each other: `help.word.` and the name. */
export const explainedWords = [
  'drop',
  'campaign',
  'allowList',
  'linked',
  'confirmed',
  'estimated',
  'earned',
  'claimed',
  'givenUp',
  'missed',
] as const;

export const explainedWishes = ['must', 'want', 'fill', 'never'] as const;

/** What stands at the top, and leads below. */
export const helpParts = [
  'risk',
  'first',
  'words',
  'plan',
  'whyNot',
  'reasons',
  'audience',
  'keys',
  'version',
] as const;
export type HelpPart = (typeof helpParts)[number];

export interface KeyRow {
  /** Names as they stand on the keys; several do the same or opposite things. */
  readonly keys: readonly string[];
  readonly what: `help.keys.${'skip' | 'escape' | 'planMove' | 'planPage' | 'planZoom' | 'planNow' | 'wishMove' | 'logEnd' | 'listAdd' | 'listMove'}`;
}

export const keyTable: readonly {
  readonly where: `help.keys.${'everywhere' | 'planTime' | 'wishes' | 'log' | 'lists'}`;
  readonly rows: readonly KeyRow[];
}[] = [
  {
    where: 'help.keys.everywhere',
    rows: [
      { keys: ['Tab'], what: 'help.keys.skip' },
      { keys: ['Esc'], what: 'help.keys.escape' },
    ],
  },
  {
    where: 'help.keys.planTime',
    rows: [
      { keys: ['←', '→'], what: 'help.keys.planMove' },
      { keys: ['Page Up', 'Page Down'], what: 'help.keys.planPage' },
      { keys: ['+', '-'], what: 'help.keys.planZoom' },
      { keys: ['Home'], what: 'help.keys.planNow' },
    ],
  },
  { where: 'help.keys.wishes', rows: [{ keys: ['←', '→'], what: 'help.keys.wishMove' }] },
  { where: 'help.keys.log', rows: [{ keys: ['End'], what: 'help.keys.logEnd' }] },
  {
    where: 'help.keys.lists',
    rows: [
      { keys: ['Enter'], what: 'help.keys.listAdd' },
      { keys: ['Enter', 'Space'], what: 'help.keys.listMove' },
    ],
  },
];

/** Every answer to “why not”, as a drop would have it. What it would name is left open. */
export const whyNotExamples: readonly WhyNotView[] = whyNotCodes.map((code) => ({
  code,
  sentence: whyNotReasons[code],
  link: null,
  value: exampleOf(code),
}));

function exampleOf(code: WhyNotCode): string {
  // Minutes are a number, so that the language finds its plural.
  return code === 'too-late' ? '10' : '…';
}
