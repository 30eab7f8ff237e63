import type { Result } from '@dropwise/kit';
import type { OperationName } from '../definitions/index.ts';
import type { ShapeProblem } from '../parsing/shape-problem.ts';

/** One operation of Twitch's: how it is asked and how its answer is read. The hash comes from the protocol data. */
export interface Operation<Input, Data> {
  /** An `OperationName` for a persisted query; any other name for a raw one, which then carries `query`. */
  readonly name: OperationName | 'SendSpadeEvents';
  /** The text of a raw operation; absent for persisted ones. Protocol 3.1. */
  readonly query?: string;
  variables(input: Input): Readonly<Record<string, unknown>>;
  /** Takes the answer's `data`. */
  read(data: unknown): Result<Data, ShapeProblem>;
}

/** Declares an operation; only here so that types are inferred where it is written. */
export function defineOperation<Input, Data>(operation: Operation<Input, Data>): Operation<Input, Data> {
  return operation;
}
