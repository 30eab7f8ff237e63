import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ChildDefinition, childDefinition, ownMinerId } from '@dropwise/contract';
import { fail, type Result, succeed } from '@dropwise/kit';
import { keepBrokenFileAside, makePrivateFolder, writeFileAtomically } from '@dropwise/runtime';
import * as v from 'valibot';
import { idProblem } from './child-ids.ts';

/** More programs than one console is meant to look after. */
const maxChildren = 20;

/** What `config/children.json` is when nobody wrote one: our own miner. */
export const defaultDefinitions: readonly ChildDefinition[] = [
  v.parse(childDefinition, { id: ownMinerId, name: 'Dropwise', adapter: 'dropwise' }),
];

export interface ReadDefinitions {
  readonly definitions: readonly ChildDefinition[];
  /** Why the defaults are used although there is a file; null = nothing is wrong. */
  readonly problem: string | null;
}

/** A file that does not fit is copied aside, said, and the defaults are used until it is mended. */
export async function readDefinitions(path: string, now: number): Promise<ReadDefinitions> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { definitions: defaultDefinitions, problem: null };
    }
    const why = error instanceof Error ? error.message : String(error);
    return { definitions: defaultDefinitions, problem: `${path} cannot be read: ${why}. Only Dropwise itself is run.` };
  }
  const parsed = parseDefinitions(text);
  if (parsed.ok) return { definitions: parsed.value, problem: null };
  const copy = await keepBrokenFileAside(path, text, now).catch(() => null);
  const kept = copy === null ? '' : ` A copy is kept in ${copy}.`;
  const problem = `${path} does not fit: ${parsed.failure} Only Dropwise itself is run until it is mended.${kept}`;
  return { definitions: defaultDefinitions, problem };
}

/** Readable by the owner alone: environments of children may hold secrets. Rejects with the system's error. */
export async function writeDefinitions(path: string, definitions: readonly ChildDefinition[]): Promise<void> {
  await makePrivateFolder(dirname(path));
  await writeFileAtomically(path, `${JSON.stringify(definitions, null, 2)}\n`, { mode: 0o600 });
}

function parseDefinitions(text: string): Result<readonly ChildDefinition[], string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the text, which may be secret.
    const place = /line \d+ column \d+/.exec(String(error))?.[0];
    return fail(`It is no JSON. Look at quotes, commas and brackets${place === undefined ? '' : `, near ${place}`}.`);
  }
  return checkDefinitions(value);
}

/** A list as a person or a file gives it, with what is left out filled in. Fails with a sentence. */
export function checkDefinitions(value: unknown): Result<readonly ChildDefinition[], string> {
  if (!Array.isArray(value)) return fail('A list of children was expected: [{"id": …, "name": …, "adapter": …}].');
  if (value.length === 0) return fail('At least one child was expected, and the list is empty.');
  if (value.length > maxChildren) return fail(`At most ${maxChildren} children were expected, found ${value.length}.`);
  const definitions: ChildDefinition[] = [];
  for (const [index, item] of value.entries()) {
    const checked = v.safeParse(childDefinition, item, { abortEarly: true });
    if (!checked.success) return fail(`Child ${index + 1}: ${describeIssue(checked.issues[0])}.`);
    definitions.push(checked.output);
  }
  const problem = idProblem(definitions);
  return problem === null ? succeed(definitions) : fail(problem);
}

/** Never the value: it may be secret. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  if (issue.expected === 'never') return `${path} is no field of a child`;
  const what = issue.message.replace(/ but received .*$/s, '').replace(/\.$/, '');
  return path === '' ? what : `${path}: ${what}`;
}
