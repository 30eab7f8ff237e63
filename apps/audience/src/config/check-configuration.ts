import { type AudienceConfiguration, audienceConfiguration } from '@dropwise/contract/audience';
import { fail, nearestName, type Result, succeed } from '@dropwise/kit';
import * as v from 'valibot';

/** What does not fit: `at` is the dotted key, `sentence` says what was expected and found. */
export interface ConfigurationProblem {
  readonly at: string;
  readonly sentence: string;
}

/** Every key of the configuration file, at its top. */
export const configurationKeys = Object.keys(audienceConfiguration.entries);

/** `nameOf`: what whoever gave the value calls the dotted key. */
export function checkConfiguration(
  given: unknown,
  nameOf: (at: string) => string = (at) => at,
): Result<AudienceConfiguration, readonly ConfigurationProblem[]> {
  const checked = v.safeParse(audienceConfiguration, given);
  if (checked.success) return succeed(checked.output);
  return fail(checked.issues.map((issue) => describeIssue(issue, nameOf)));
}

function describeIssue(issue: v.BaseIssue<unknown>, nameOf: (at: string) => string): ConfigurationProblem {
  const at = v.getDotPath(issue) ?? '';
  if (issue.expected === 'never') return { at, sentence: describeUnknownKey(at, issue) };
  const expected = wordsFor(issue);
  return { at, sentence: `${at === '' ? 'the whole' : nameOf(at)} must be ${expected}, found ${issue.received}.` };
}

function describeUnknownKey(at: string, issue: v.BaseIssue<unknown>): string {
  const last = issue.path?.at(-1);
  const name = String(last?.key ?? at);
  // The keys beside it that are known, as far as this value names them; at the top, all there are.
  const names = (issue.path?.length ?? 0) > 1 ? nestedKeys : configurationKeys;
  const near = nearestName(name, names);
  return `there is no key "${at}"${near === null ? '' : `; did you mean "${near}"?`}`.replace(/(?<!\?)$/, '.');
}

const nestedKeys = [
  'shape',
  'joinOverMs',
  'stay',
  'stages',
  'viewers',
  'overMs',
  'viewersPerMinute',
  'kind',
  'ms',
  'meanMs',
  'medianMs',
  'sigma',
  'quantilesMs',
];

function wordsFor(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'integer':
      return 'a whole number';
    case 'min_value':
      return `at least ${String(issue.requirement)}`;
    case 'max_value':
      return `at most ${String(issue.requirement)}`;
    case 'min_length':
      return `a list of at least ${String(issue.requirement)}`;
    case 'max_length':
      return `of a length of at most ${String(issue.requirement)}`;
    case 'strict_object':
      return issue.expected === 'Object' ? 'an object { … }' : `given: ${issue.expected}`;
    default:
      return (issue.expected ?? issue.message).replaceAll(/[()]/g, '').replaceAll(' | ', ' or ');
  }
}
