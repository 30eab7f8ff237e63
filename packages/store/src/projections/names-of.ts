import type { AnyFact } from '@dropwise/contract';

/** Fields that hold what a person would search for. */
const nameFields: readonly string[] = [
  'dropName',
  'campaignName',
  'gameName',
  'game',
  'login',
  'name',
  'benefitNames',
  'fromCampaignName',
  'toCampaignName',
  'nextCampaignName',
  'forCampaignNames',
];
/** No index is worth more of one fact. */
const maxLength = 600;

/** All names in a fact, lower case, one a line, each once; the empty text for none. */
export function namesOf(fact: AnyFact): string {
  const fields = fact as unknown as Readonly<Record<string, unknown>>;
  return joinNames(nameFields.flatMap((field) => fields[field]));
}

/** In the form that `foldText` of what is searched for is found in. */
export function joinNames(names: readonly unknown[]): string {
  const texts = names.filter((name) => typeof name === 'string' && name !== '').map((name) => foldText(String(name)));
  return [...new Set(texts)].join('\n').slice(0, maxLength).toWellFormed();
}

/** So that texts that differ in case only are the same. */
export function foldText(text: string): string {
  return text.toLowerCase().replaceAll('\n', ' ');
}
