import type { OperationName } from '@dropwise/twitch/definitions';
import type { Origins } from '../doors/origins.ts';
import type { FaultBoard } from '../fault-board.ts';
import type { Tally } from '../tally.ts';
import type { Token } from '../world/sign-in.ts';
import type { World } from '../world/world.ts';

/** One GraphQL operation of the simulated service. */
export interface Behavior {
  readonly operation: OperationName;
  /** Hashes that older and other clients use, besides the one of the definitions. Protocol 3.4. */
  readonly otherHashes: readonly string[];
  /** Whether it needs a signed-in account. */
  readonly needsAccount: boolean;
  answer(call: OperationCall): OperationAnswer;
}

export interface OperationCall {
  readonly world: World;
  readonly faults: FaultBoard;
  readonly tally: Tally;
  readonly origins: Origins;
  /** Null for a request without a token. */
  readonly token: Token | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type OperationAnswer =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'errors'; readonly errors: readonly GqlError[]; readonly data?: unknown };

export interface GqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export function answerData(data: unknown): OperationAnswer {
  return { kind: 'data', data };
}

export function answerError(message: string): OperationAnswer {
  return { kind: 'errors', errors: [{ message }] };
}

/** What GraphQL says about a variable that is missing or of the wrong type. */
export function missingVariable(name: string): OperationAnswer {
  return answerError(`Variable "${name}" has invalid value: expected a non-empty string.`);
}

export function textVariable(variables: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = variables[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function objectVariable(
  variables: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const value = variables[name];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
