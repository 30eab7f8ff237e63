import { assertNever, fail, type Result, succeed } from '@dropwise/kit';
import { artTypeOf, maxArtBytes } from './art.ts';
import type { MinerMessage } from './from-miner.ts';

type Kind = MinerMessage['kind'];

/** Fields without which a message of the kind is none. */
const shapes: Readonly<Record<Kind, Readonly<Record<string, FieldKind>>>> = {
  hello: { ipcVersion: 'number', version: 'string', pid: 'number', runId: 'string' },
  facts: { facts: 'array' },
  statePatched: { now: 'number', patch: 'object' },
  linesLogged: { lines: 'array', droppedCount: 'number' },
  sessionDescribed: { session: 'object' },
  settingsTaken: { values: 'object', restartKeys: 'array', problems: 'array' },
  commandAnswered: { id: 'number' },
  artFetched: { id: 'number', art: 'artOrNull', problem: 'artProblemOrNull' },
  heartbeat: { now: 'number' },
};

type FieldKind = 'number' | 'string' | 'object' | 'array' | 'artOrNull' | 'artProblemOrNull';

/**
 * What a miner sent. Only the outer shape is looked at: a miner of this version says what its types say, and one of
 * another version is not listened to once `hello` has told. Pictures are the exception: what is in them comes from elsewhere.
 */
export function parseMinerMessage(value: unknown): Result<MinerMessage, string> {
  if (!isRecord(value)) return fail('expected a message, found something else');
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
    return fail(`expected a message of ${Object.keys(shapes).join(', ')}, found ${JSON.stringify(kind) ?? 'none'}`);
  }
  for (const [field, expected] of Object.entries(shapes[kind as Kind])) {
    if (!isOf(value[field], expected)) return fail(`${kind}.${field}: expected ${expected}, found something else`);
  }
  return succeed(value as unknown as MinerMessage);
}

function isOf(value: unknown, expected: FieldKind): boolean {
  switch (expected) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'artOrNull':
      return value === null || isArt(value);
    case 'artProblemOrNull':
      return value === null || (isRecord(value) && typeof value.sentence === 'string');
    case 'number':
    case 'string':
      return typeof value === expected;
    default:
      return assertNever(expected);
  }
}

function isArt(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { contentType, bytes } = value;
  return bytes instanceof Uint8Array && bytes.length <= maxArtBytes && artTypeOf(bytes) === contentType;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
