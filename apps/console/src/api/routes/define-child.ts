import type { ChildDefinition } from '@dropwise/contract';
import { checkPatterns } from '../../adapters/command/pattern.ts';
import { ProblemError } from '../problem-error.ts';
import { missingNeed } from './definition-needs.ts';
import { filledDefinition, unknownMarks } from './shown-definition.ts';

export const maxChildren = 20;

/** The id under which the console itself stands in the history. */
const reservedIds: readonly string[] = ['console'];

/** The list with this child in its place, or at the end. Ends the request where that cannot be. */
export function defineChild(
  definitions: readonly ChildDefinition[],
  id: string,
  sent: ChildDefinition,
): readonly ChildDefinition[] {
  if (sent.id !== id)
    throw new ProblemError('badRequest', `Expected the id "${id}" of the address, found "${sent.id}".`, 'body.id');
  if (reservedIds.includes(id))
    throw new ProblemError('badRequest', `Expected another id: "${id}" stands for the console itself.`, 'params.id');
  const kept = definitions.find((each) => each.id === id) ?? null;
  const definition = filledDefinition(sent, kept);
  const need = missingNeed(definition);
  if (need !== null)
    throw new ProblemError('badRequest', `Expected ${need.sentence}, found nothing.`, `body.${need.field}`);
  const [misfit] = checkPatterns(definition.patterns);
  if (misfit !== undefined) throw new ProblemError('badRequest', misfit, 'body.patterns');
  const [unknown] = unknownMarks(definition);
  if (unknown !== undefined)
    throw new ProblemError('badRequest', `Expected a value for ${unknown}: it had none before.`, `body.env.${unknown}`);
  if (kept === null && definitions.length >= maxChildren)
    throw new ProblemError('conflict', `At most ${maxChildren} programs are looked after. Remove one first.`);
  return kept === null ? [...definitions, definition] : definitions.map((each) => (each.id === id ? definition : each));
}

/** The list without this child. */
export function forgetChild(definitions: readonly ChildDefinition[], id: string): readonly ChildDefinition[] {
  const others = definitions.filter((each) => each.id !== id);
  if (others.length === 0)
    throw new ProblemError(
      'conflict',
      'This is the last program that is looked after. Define another first, or stop it.',
    );
  return others;
}
