import type { CommandAnswer, CommandProblem, MinerCommand, ProblemCode } from '@dropwise/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditLog } from '../../auth/audit-log.ts';
import type { Fleet } from '../../children/fleet.ts';
import { ProblemError } from '../problem-error.ts';
import type { CommandLimit } from './command-limit.ts';

export interface CommandDeps {
  readonly fleet: Pick<Fleet, 'primaryId' | 'list' | 'find' | 'view' | 'ask'>;
  readonly audit: AuditLog;
  readonly limit: CommandLimit;
}

export interface CommandCall {
  readonly childId: string;
  readonly command: MinerCommand;
  /** What it was before, for the audit. */
  readonly before: unknown;
  /** What to say when it is done. */
  readonly sentence: string;
}

/** Asks the miner, within the limit, and writes down who did and what came of it. */
export async function sendCommand(
  deps: CommandDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  call: CommandCall,
): Promise<CommandAnswer> {
  const { childId, command, before, sentence } = call;
  takeTurn(deps.limit, reply, childId, command.kind);
  const asked = await deps.fleet.ask(childId, command);
  const { kind, ...details } = command;
  const after = asked.ok ? details : { ...details, problem: asked.failure.sentence };
  deps.audit.record({ who: request.who, action: `miner.${kind}`, target: childId, before, after });
  if (!asked.ok) throw new ProblemError(codeOf[asked.failure.kind], asked.failure.sentence);
  return { done: true, sentence };
}

/** Ends the request when its kind came too often. */
export function takeTurn(limit: CommandLimit, reply: FastifyReply, childId: string, what: string): void {
  const waitMs = limit.take(childId, what);
  if (waitMs <= 0) return;
  const waitSeconds = Math.ceil(waitMs / 1_000);
  reply.header('retry-after', String(waitSeconds));
  throw new ProblemError('tooMany', `This was asked for too often. Try again in ${waitSeconds} seconds.`);
}

const codeOf: Readonly<Record<CommandProblem['kind'], ProblemCode>> = {
  notRunning: 'minerNotRunning',
  cannot: 'minerCannot',
  refused: 'minerRefused',
  noAnswer: 'unavailable',
};
