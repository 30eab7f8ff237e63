/** A sentence for a person, and what says it in another language: its code, and what it names. */
export interface Saying {
  /** Of a table of sayings; null = the words are somebody else's and stay as they are. */
  readonly code: string | null;
  /** By the words in braces of the table. `cause` is a code itself; `…Minutes` are a span, `…Wish` is a wish. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly sentence: string;
}

/** Sentences that follow each other. */
export type Said = readonly Saying[];

export type SayingValues = Saying['values'];

/** Sentences by code. `{words}` in braces are filled in, `{cause}` with words of its own table. */
export type SayingTable<Code extends string> = Readonly<Record<Code, string>>;

/** Says what a table holds. `inWords`: what a value reads like in English, where it is more than itself. */
export function sayer<Code extends string>(
  table: SayingTable<Code>,
  inWords: (name: string, value: string | number) => string = (_name, value) => String(value),
): (code: Code, values?: SayingValues) => Saying {
  return (code, values = {}) => ({
    code,
    values,
    sentence: table[code].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : inWords(name, value);
    }),
  });
}

/** What another program or the system said. */
export function inOtherWords(sentence: string): Saying {
  return { code: null, values: {}, sentence };
}

/** All of it as one text. What a program said last rarely ends like a sentence, and something may follow. */
export function sentenceOf(said: Said): string {
  return said
    .map(({ sentence }, index) => (index === said.length - 1 ? sentence : asSentence(sentence)))
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function asSentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}
