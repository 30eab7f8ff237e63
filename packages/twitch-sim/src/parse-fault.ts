import { fail, type Result, succeed } from '@dropwise/kit';
import { allFaultKinds, type Fault, type FaultKind, type FieldRule, faultTable } from './faults.ts';

/** Reads `{kind, target?, times?, forMs?, …}`; a failure says what was expected, found, and what to do. */
export function parseFault(body: unknown): Result<Fault, string> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return fail(`expected an object like {"kind":"httpError"}, found ${shown(body)}; send one`);
  }
  const fields = new Map<string, unknown>(Object.entries(body));
  const kind = fields.get('kind');
  if (!isFaultKind(kind))
    return fail(`expected "kind" to be one of ${allFaultKinds.join(', ')}, found ${shown(kind)}; choose one`);
  const row = faultTable[kind];
  for (const [name, value] of fields) {
    const problem = problemOf(name, value, row.fields[name], row.isState);
    if (problem !== null) return fail(`${problem}, in a fault of kind ${kind}`);
  }
  for (const [name, rule] of Object.entries(row.fields)) {
    if (rule.kind === 'choices' && !fields.has(name))
      return fail(`expected "${name}" to be a list of ${rule.of.join(', ')}, found nothing; add it`);
  }
  return succeed(Object.fromEntries(fields) as unknown as Fault);
}

export function isFaultKind(value: unknown): value is FaultKind {
  return allFaultKinds.some((kind) => kind === value);
}

function problemOf(name: string, value: unknown, rule: FieldRule | undefined, isState: boolean): string | null {
  if (name === 'kind') return null;
  if (name === 'target')
    return typeof value === 'string'
      ? null
      : `expected "target" to be a text, found ${shown(value)}; see the fault table`;
  if (name === 'times' && isState) return 'expected no "times" for a fault that is a state; use "forMs", or clear it';
  if (name === 'times' || name === 'forMs') {
    return isPositiveInteger(value)
      ? null
      : `expected "${name}" to be a whole number of at least 1, found ${shown(value)}; correct it`;
  }
  if (rule === undefined) return `expected no field "${name}"; remove it`;
  return problemByRule(name, value, rule);
}

function problemByRule(name: string, value: unknown, rule: FieldRule): string | null {
  switch (rule.kind) {
    case 'integer':
      return isPositiveInteger(value) && value >= rule.min && value <= rule.max
        ? null
        : `expected "${name}" to be a whole number from ${rule.min} to ${rule.max}, found ${shown(value)}; correct it`;
    case 'text':
      return typeof value === 'string' ? null : `expected "${name}" to be a text, found ${shown(value)}; correct it`;
    case 'choice':
      return rule.of.some((choice) => choice === value)
        ? null
        : `expected "${name}" to be one of ${rule.of.join(', ')}, found ${shown(value)}; choose one`;
    case 'choices':
      return Array.isArray(value) && value.every((each) => rule.of.some((choice) => choice === each))
        ? null
        : `expected "${name}" to be a list of ${rule.of.join(', ')}, found ${shown(value)}; correct it`;
  }
}

function isPositiveInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}
