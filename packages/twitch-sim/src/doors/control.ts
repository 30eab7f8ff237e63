import { parseFault } from '../parse-fault.ts';
import {
  type ChannelInput,
  type ControlFailure,
  parseAdvance,
  parseBody,
  parseChannel,
  parseClear,
  parseDropId,
  parseUserCode,
} from './control-input.ts';
import { describeState } from './control-state.ts';
import { jsonAnswer, type SimAnswer, type SimRequest } from './exchange.ts';
import type { Service } from './service.ts';

export const controlPrefix = '/_sim/';

type Handler = (service: Service, request: SimRequest) => SimAnswer | Promise<SimAnswer>;

/** The newest requests that one answer shows. */
const shownRequests = 1_000;

const handlers: Readonly<Record<string, Handler>> = {
  'GET state': (service) => jsonAnswer(200, describeState(service)),
  'GET requests': (service) =>
    jsonAnswer(200, {
      dropped: service.requests.droppedCount,
      requests: service.requests.list().slice(-shownRequests),
    }),
  'POST advance': advance,
  'POST approve': (service, request) => decide(service, request, 'approved'),
  'POST deny': (service, request) => decide(service, request, 'denied'),
  'POST claim': claimByHand,
  'POST revoke': (service) => jsonAnswer(200, { revoked: service.world.signIn.revokeAll() }),
  'POST channel': changeChannel,
  'PUT fault': setFault,
  'DELETE fault': clearFault,
};

/** For tests and people at this machine: sees and moves the world. JSON in and out; loopback peers only. */
export async function answerControl(service: Service, request: SimRequest): Promise<SimAnswer> {
  if (!isLoopback(request.remoteAddress)) {
    return controlError(
      403,
      'notLoopback',
      `expected a request from this machine, found ${request.remoteAddress}; use the loopback address`,
    );
  }
  const name = request.path.slice(controlPrefix.length);
  const handler = handlers[`${request.method} ${name}`];
  if (handler !== undefined) return await handler(service, request);
  const known = Object.keys(handlers).map((each) => each.replace(' ', ` ${controlPrefix}`));
  return controlError(
    404,
    'unknownCommand',
    `expected one of ${known.join(', ')}, found ${request.method} ${request.path}; correct it`,
  );
}

/** Null stands for the process itself. */
export function isLoopback(address: string | null): boolean {
  return address === null || address === '::1' || /^(::ffff:)?127\./.test(address);
}

async function advance(service: Service, request: SimRequest): Promise<SimAnswer> {
  const parsed = parseBody(request.body, parseAdvance);
  if (!parsed.ok) return invalid(parsed.failure);
  const { manualClock } = service;
  if (manualClock === null) {
    return controlError(
      409,
      'clockRuns',
      'expected a clock that stands still, found one that runs by itself; start with --manual-clock',
    );
  }
  await manualClock.advance(parsed.value.minutes * 60_000);
  return jsonAnswer(200, { now: service.clock.now() });
}

function decide(service: Service, request: SimRequest, state: 'approved' | 'denied'): SimAnswer {
  const parsed = parseBody(request.body, parseUserCode);
  if (!parsed.ok) return invalid(parsed.failure);
  const { userCode } = parsed.value;
  if (service.world.signIn.decide(userCode, state)) return jsonAnswer(200, { userCode, state });
  const waiting = service.world.signIn.waiting().map((code) => code.userCode);
  return controlError(
    404,
    'unknownUserCode',
    `expected a code that waits (${waiting.join(', ') || 'none does'}), found "${userCode}"; ask for one first`,
  );
}

/** As its owner does on Twitch's own page. */
function claimByHand(service: Service, request: SimRequest): SimAnswer {
  const parsed = parseBody(request.body, parseDropId);
  if (!parsed.ok) return invalid(parsed.failure);
  const { dropId } = parsed.value;
  const { world } = service;
  const campaign = world.campaigns.all.find(({ dropsById }) => dropsById.has(dropId));
  const outcome =
    campaign === undefined ? 'unknown' : world.claim(`${world.userId}#${campaign.definition.id}#${dropId}`);
  if (outcome === 'claimed') return jsonAnswer(200, { dropId, outcome });
  return controlError(
    409,
    outcome,
    `expected the id of a drop that is earned and not claimed, found "${dropId}" (${outcome}); see GET ${controlPrefix}state`,
  );
}

function changeChannel(service: Service, request: SimRequest): SimAnswer {
  const parsed = parseBody(request.body, parseChannel);
  if (!parsed.ok) return invalid(parsed.failure);
  const { login, ...change }: ChannelInput = parsed.value;
  const channel = service.world.channels.findByLogin(login);
  if (channel === undefined)
    return controlError(
      404,
      'unknownChannel',
      `expected the login of a channel, found "${login}"; see GET ${controlPrefix}state`,
    );
  const { game } = change;
  if (typeof game === 'string' && service.world.channels.findGame(game) === undefined) {
    return controlError(
      400,
      'unknownGame',
      `expected the name, slug or id of a game, found "${game}"; see GET ${controlPrefix}state`,
    );
  }
  service.world.channels.change(channel.definition.id, change);
  const stream = service.world.channels.streamOf(channel.definition.id);
  return jsonAnswer(200, {
    login,
    live: stream !== null,
    game: stream?.game?.name ?? null,
    viewers: stream?.viewers ?? null,
  });
}

function setFault(service: Service, request: SimRequest): SimAnswer {
  const parsed = parseBody(request.body, parseFault);
  if (!parsed.ok) return invalid(parsed.failure);
  service.faults.set(parsed.value);
  return jsonAnswer(200, { faults: service.faults.list() });
}

function clearFault(service: Service, request: SimRequest): SimAnswer {
  if (request.body === '') return jsonAnswer(200, { cleared: service.faults.clear() });
  const parsed = parseBody(request.body, parseClear);
  if (!parsed.ok) return invalid(parsed.failure);
  return jsonAnswer(200, { cleared: service.faults.clear(parsed.value.kind, parsed.value.target) });
}

function invalid(failure: ControlFailure): SimAnswer {
  return controlError(400, 'badBody', failure);
}

function controlError(status: number, code: string, message: string): SimAnswer {
  return jsonAnswer(status, { error: { code, message } });
}
