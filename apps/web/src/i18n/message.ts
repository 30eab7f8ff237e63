import { IntlMessageFormat } from 'intl-messageformat';
import { isolated } from './isolate.ts';

export type MessageValues = Readonly<Record<string, string | number | Date | boolean | null | undefined>>;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Before the name of what is filled in, so that the same value can choose between words as it is. */
const mark = 'shown ';
/** `TYPE.argument` of the parser: `{name}`. */
const argumentType = 1;

/**
 * A message of a language, ready to be filled in. What is filled in keeps its own direction and takes nothing of the sentence
 * along: a name in Latin letters that ends in a full stop stays whole in a sentence that runs from right to left.
 */
export class Message {
  readonly #format: IntlMessageFormat;
  readonly #direction: 'ltr' | 'rtl';

  constructor(text: string, language: string, direction: 'ltr' | 'rtl') {
    const elements = new IntlMessageFormat(text, language).getAst();
    this.#format = new IntlMessageFormat(elements.map(markFilled), language);
    this.#direction = direction;
  }

  fill(values: MessageValues): string {
    const all: Record<string, unknown> = { ...values };
    for (const [name, value] of Object.entries(values)) {
      all[`${mark}${name}`] = typeof value === 'string' ? isolated(value, this.#direction) : value;
    }
    return String(this.#format.format(all as Record<string, string | number>));
  }
}

function markFilled(element: Element): Element {
  if ('options' in element) {
    const options = Object.entries(element.options).map(([choice, option]) => [
      choice,
      { ...option, value: option.value.map(markFilled) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  }
  return element.type === argumentType ? { ...element, value: `${mark}${element.value}` } : element;
}
