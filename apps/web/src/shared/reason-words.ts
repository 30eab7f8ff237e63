import type { HeldReasonView, WhyNotView } from '@dropwise/contract';

/** A message to look up, and what the console said, for codes that are not ours. */
export interface Words {
  /** Null = nothing is to be looked up. */
  readonly key: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  readonly otherwise: string;
}

/** Words that a reason may leave open: each has a general one, under `reasons.general.`. */
export const openWords = [
  'campaign',
  'channel',
  'code',
  'confirmed',
  'detail',
  'drop',
  'from',
  'host',
  'link',
  'name',
  'operation',
  'problem',
  'reported',
  'to',
  'topics',
  'transport',
  'transports',
] as const;
export type OpenWord = (typeof openWords)[number];

/** `general`: how a word reads that the reason does not bring along. */
export function reasonWords(
  { code, sentence, todo, detail }: Pick<HeldReasonView, 'code' | 'sentence' | 'todo' | 'detail'>,
  general: (word: OpenWord) => string,
): { readonly sentence: Words; readonly todo: Words; readonly stillWorks: Words } {
  const values = detail === null ? {} : filled(detail, general);
  const words = (part: string, otherwise: string): Words => ({
    // A sentence of the source's own says more than the table's, and what it calls for may differ, too.
    key: detail === null ? null : `reasons.${code}.${part}`,
    values,
    otherwise,
  });
  return {
    sentence: words('sentence', sentence),
    todo: todo === '' ? nothing : words('todo', todo),
    stillWorks: words('stillWorks', ''),
  };
}

export function whyNotWords({ code, sentence, value }: WhyNotView): Words {
  // Minutes are a number, so that the language finds its plural.
  const shown = code === 'too-late' ? Number(value ?? 0) : (value ?? '');
  return { key: `reasons.whyNot.${code}`, values: { value: shown }, otherwise: sentence };
}

const nothing: Words = { key: null, values: {}, otherwise: '' };

/** A detail is often a sentence of its own; ours ends with a full stop already. */
function filled(
  detail: Readonly<Record<string, string>>,
  general: (word: OpenWord) => string,
): Readonly<Record<string, string>> {
  const entries = openWords.map((word) => {
    const given = (detail[word] ?? '').replace(/\.+$/, '');
    return [word, given === '' ? general(word) : given] as const;
  });
  return Object.fromEntries(entries);
}
