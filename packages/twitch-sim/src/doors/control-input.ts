import { fail, type Result, succeed } from '@dropwise/kit';
import type { FaultKind } from '../faults.ts';
import { isFaultKind } from '../parse-fault.ts';

/** Says what was expected, what was found, and what to do. */
export type ControlFailure = string;

type Fields = Readonly<Record<string, unknown>>;

export interface ChannelInput {
  readonly login: string;
  readonly live?: boolean;
  readonly game?: string | null;
  readonly viewers?: number;
}

/** Longest span that one call may advance. */
const maxMinutes = 31 * 24 * 60;

export function parseBody<Value>(
  body: string,
  parse: (json: unknown) => Result<Value, ControlFailure>,
): Result<Value, ControlFailure> {
  try {
    return parse(JSON.parse(body));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`expected a JSON object, found ${body === '' ? 'an empty body' : reason}; send one`);
  }
}

export function parseAdvance(json: unknown): Result<{ minutes: number }, ControlFailure> {
  const { minutes } = fieldsOf(json);
  if (typeof minutes === 'number' && minutes > 0 && minutes <= maxMinutes) return succeed({ minutes });
  return fail(`expected "minutes" to be a number above 0, up to ${maxMinutes}, found ${shown(minutes)}; correct it`);
}

export function parseUserCode(json: unknown): Result<{ userCode: string }, ControlFailure> {
  const { userCode } = fieldsOf(json);
  if (typeof userCode === 'string' && userCode !== '') return succeed({ userCode });
  return fail(
    `expected "userCode" to be the code that the device shows, found ${shown(userCode)}; see GET /_sim/state`,
  );
}

export function parseDropId(json: unknown): Result<{ dropId: string }, ControlFailure> {
  const { dropId } = fieldsOf(json);
  if (typeof dropId === 'string' && dropId !== '') return succeed({ dropId });
  return fail(`expected "dropId" to be the id of a drop, found ${shown(dropId)}; see GET /_sim/state`);
}

export function parseChannel(json: unknown): Result<ChannelInput, ControlFailure> {
  const { login, live, game, viewers, ...others } = fieldsOf(json);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return fail(`expected the fields login, live, game and viewers, found "${unknown}"; remove it`);
  if (typeof login !== 'string' || login === '')
    return fail(`expected "login" to be a channel's login, found ${shown(login)}; add it`);
  if (live !== undefined && typeof live !== 'boolean')
    return fail(`expected "live" to be true or false, found ${shown(live)}; correct it`);
  if (game !== undefined && game !== null && typeof game !== 'string')
    return fail(`expected "game" to be a game's name or null, found ${shown(game)}; correct it`);
  if (viewers !== undefined && !isCount(viewers))
    return fail(`expected "viewers" to be a whole number from 0, found ${shown(viewers)}; correct it`);
  const chosen = { login, ...(live === undefined ? {} : { live }), ...(game === undefined ? {} : { game }) };
  return succeed(viewers === undefined ? chosen : { ...chosen, viewers });
}

export function parseClear(json: unknown): Result<{ kind?: FaultKind; target?: string }, ControlFailure> {
  const { kind, target } = fieldsOf(json);
  if (kind !== undefined && !isFaultKind(kind))
    return fail(`expected "kind" to be a kind of fault, found ${shown(kind)}; see PUT /_sim/fault`);
  if (target !== undefined && typeof target !== 'string')
    return fail(`expected "target" to be a text, found ${shown(target)}; correct it`);
  return succeed({ ...(kind === undefined ? {} : { kind }), ...(target === undefined ? {} : { target }) });
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function fieldsOf(json: unknown): Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);
}
