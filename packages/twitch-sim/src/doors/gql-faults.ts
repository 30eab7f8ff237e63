import { createHash } from 'node:crypto';
import { answerError, type OperationAnswer } from '../behaviors/behavior.ts';
import type { FaultBoard } from '../fault-board.ts';
import type { FaultKind, FaultOf } from '../faults.ts';

export interface ParsedOperation {
  readonly name: string;
  readonly hash: string | null;
  /** The text of a raw operation. */
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface GqlFault {
  readonly needsData: boolean;
  /** `answer` is what would have been said; null when `needsData` is false. */
  answer(answer: OperationAnswer | null): OperationAnswer;
}

/** Messages exactly as clients know them. Protocol 3.3. */
const messages = {
  serviceError: 'service error',
  persistedQueryNotFound: 'PersistedQueryNotFound',
  serviceTimeout: 'service timeout',
  serviceUnavailable: 'service unavailable',
  contextDeadlineExceeded: 'context deadline exceeded',
} as const satisfies Partial<Record<FaultKind, string>>;

/** The first fault that strikes an operation, or null. */
export function gqlFaultBefore(faults: FaultBoard, operation: ParsedOperation): GqlFault | null {
  const { name } = operation;
  const stale = faults.peek('staleHash', name);
  if (stale !== null && operation.hash !== acceptedHash(stale, name)) {
    faults.strike('staleHash', name);
    return says(messages.persistedQueryNotFound);
  }
  for (const [kind, message] of Object.entries(messages) as [keyof typeof messages, string][]) {
    if (faults.strike(kind, name) !== null) return says(message);
  }
  const unknown = faults.strike('unknownError', name);
  if (unknown !== null) return says(unknown.message ?? 'the moon is in the way');
  if (faults.strike('failedIntegrityCheck', name) !== null) return refusesIntegrity;
  const server = faults.strike('serverErrorAtPath', name);
  return server === null ? null : { needsData: true, answer: (answer) => nullAtPath(answer, server.path ?? null) };
}

/** The hash that a stale operation accepts instead, unless the fault names one. */
export function renewedHash(operationName: string): string {
  return createHash('sha256').update(`dropwise-sim:${operationName}`).digest('hex');
}

export function acceptedHash(stale: FaultOf<'staleHash'>, operationName: string): string {
  return stale.acceptedHash ?? renewedHash(operationName);
}

function says(message: string): GqlFault {
  return { needsData: false, answer: () => answerError(message) };
}

const refusesIntegrity: GqlFault = {
  needsData: false,
  answer: () => ({
    kind: 'errors',
    errors: [{ message: 'failed integrity check', extensions: { challenge: { type: 'integrity' } } }],
    data: null,
  }),
};

/** The value at the path is null and the error names the path. Without one: the first object below the first key. */
function nullAtPath(answer: OperationAnswer | null, dotted: string | null): OperationAnswer {
  const data: unknown = answer?.kind === 'data' ? structuredClone(answer.data) : {};
  const path =
    dotted === null ? defaultPath(data) : dotted.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  let parent: unknown = data;
  for (const part of path.slice(0, -1)) parent = childOf(parent, part);
  const last = path.at(-1);
  if (typeof parent === 'object' && parent !== null && last !== undefined)
    (parent as Record<string | number, unknown>)[last] = null;
  return { kind: 'errors', errors: [{ message: 'server error', path, locations: [{ line: 2, column: 3 }] }], data };
}

function defaultPath(data: unknown): string[] {
  const path: string[] = [];
  let here = data;
  while (path.length < 2 && typeof here === 'object' && here !== null && !Array.isArray(here)) {
    const entry = Object.entries(here).find(([, value]) => typeof value === 'object' && value !== null);
    if (entry === undefined) break;
    path.push(entry[0]);
    here = entry[1];
  }
  return path;
}

function childOf(parent: unknown, part: string | number): unknown {
  return typeof parent === 'object' && parent !== null ? (parent as Record<string | number, unknown>)[part] : undefined;
}
