import * as v from 'valibot';
import { documentedAs } from './documented-as.ts';

const maxEntries = 50;

/** Names in a query, separated by commas: `kind=dropClaimed,claimFailed`. */
export function listParameter() {
  const expected = `expected up to ${maxEntries} names, separated by commas`;
  return v.pipe(
    v.string(expected),
    v.maxLength(2_000, expected),
    v.transform((text) => text.split(',').map((name) => name.trim())),
    v.array(v.pipe(v.string(), v.nonEmpty(expected))),
    v.maxLength(maxEntries, expected),
    documentedAs({ type: 'string', description: 'Names, separated by commas.' }),
  );
}

/** The same for names of a known set. */
export function choicesParameter<const Choices extends readonly string[]>(choices: Choices) {
  const expected = `expected one or more of ${choices.join(', ')}, separated by commas`;
  return v.pipe(
    v.string(expected),
    v.maxLength(2_000, expected),
    v.transform((text) => text.split(',').map((name) => name.trim())),
    v.array(v.picklist(choices, expected)),
    documentedAs({ type: 'string', description: `One or more of ${choices.join(', ')}, separated by commas.` }),
  );
}
