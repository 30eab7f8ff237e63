import { type ProblemCode, problem, problemStatus } from '@dropwise/contract';

const anywhere: readonly ProblemCode[] = [
  'badRequest',
  'notSignedIn',
  'notAllowed',
  'wrongHost',
  'tooMany',
  'internal',
];

/** For `schema.response`: how a route can fail, beside what every one can. */
export function problems(...codes: readonly ProblemCode[]): Readonly<Record<number, typeof problem>> {
  return Object.fromEntries([...anywhere, ...codes].map((code) => [problemStatus[code], problem]));
}

/** What a command to the miner can end with. */
export const commandProblems = problems('notFound', 'minerNotRunning', 'minerCannot', 'minerRefused');
