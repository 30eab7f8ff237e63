import {
  type AudienceAnswer,
  type AudienceCurrent,
  audienceAnswer,
  audienceCurrent,
  changeAudienceBody,
  startAudienceBody,
} from '@dropwise/contract';
import type { StartProblem } from '../../audience/audience-runs.ts';
import { shownConfiguration } from '../../audience/shown-configuration.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { registerAudienceConsentRoutes } from './audience-consent.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { registerAudienceReportRoutes } from './audience-reports.ts';
import { problems } from './problems.ts';
import { takeTurn } from './send-command.ts';

const tags = ['audience'];
/** A list of 10,000 proxies is welcome. */
const maxStartBytes = 2 * 1024 * 1024;

/** The audience lab: the run that is on, and those that were. */
export function registerAudienceRoutes(app: App, deps: AudienceDeps): void {
  registerOverview(app, deps);
  registerStart(app, deps);
  registerSteering(app, deps);
  registerAudienceReportRoutes(app, deps);
  registerAudienceConsentRoutes(app, deps);
}

function registerOverview(app: App, deps: AudienceDeps): void {
  app.get(
    '/api/audience',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary:
          'The audience that is on, with its samples; the last 200 runs; the fingerprint that origins consent to.',
        response: { 200: audienceAnswer, ...problems() },
      },
    },
    () => readOverview(deps),
  );
}

async function readOverview({ runs, archive, keys }: AudienceDeps): Promise<AudienceAnswer> {
  const [found, fingerprint] = await Promise.all([archive.list(), keys.fingerprint()]);
  return {
    current: runs.current,
    ended: runs.ended,
    runs: [...found.runs],
    problems: [...found.problems, ...(fingerprint.ok ? [] : [fingerprint.failure])],
    fingerprint: fingerprint.ok ? fingerprint.value : null,
  };
}

function registerStart(app: App, { runs, audit, limit }: AudienceDeps): void {
  app.post(
    '/api/audience/runs',
    {
      config: { scope: 'owner' },
      bodyLimit: maxStartBytes,
      schema: {
        tags,
        summary:
          'Begins to watch a stream as many viewers would. Whether its origin consents is told live, and in api/audience.',
        body: startAudienceBody,
        response: {
          202: audienceCurrent,
          ...problems('conflict', 'tooLarge', 'unsupportedMediaType', 'wrongOrigin', 'unavailable'),
        },
      },
    },
    async (request, reply) => {
      takeTurn(limit, reply, 'audience', 'start');
      const begun = await runs.start(request.body);
      const shown = shownConfiguration(request.body);
      const after = begun.ok ? shown : { ...shown, problem: begun.failure.sentence };
      const target = begun.ok ? (begun.value.runId ?? '') : '';
      audit.record({ who: request.who, action: 'audience.start', target, before: null, after });
      if (!begun.ok) throw startError(begun.failure);
      return reply.code(202).send(begun.value);
    },
  );
}

function startError({ kind, sentence }: StartProblem): ProblemError {
  const code = ({ busy: 'conflict', refused: 'badRequest', broken: 'unavailable' } as const)[kind];
  return new ProblemError(code, sentence, kind === 'refused' ? 'body' : null);
}

/** Less load needs no more than a key for control; more of it, or another verdict, is the owner's to want. */
function registerSteering(app: App, { runs, audit }: AudienceDeps): void {
  app.post(
    '/api/audience/current/stop',
    {
      config: { scope: 'control' },
      schema: {
        tags,
        summary: 'Ends the audience that is on; its report says what it saw until then.',
        response: { 202: audienceCurrent, ...problems('conflict', 'wrongOrigin') },
      },
    },
    async (request, reply) => {
      const stopping = runs.stop();
      if (stopping === null) throw noneIsOn();
      audit.record({
        who: request.who,
        action: 'audience.stop',
        target: stopping.runId ?? '',
        before: null,
        after: null,
      });
      return reply.code(202).send(stopping);
    },
  );

  app.patch(
    '/api/audience/current',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'Changes how many watch, or what fails the run, while it is on.',
        body: changeAudienceBody,
        response: { 200: audienceCurrent, ...problems('conflict', 'unsupportedMediaType', 'wrongOrigin') },
      },
    },
    async (request) => {
      const before = runs.current;
      const changed = await runs.change(request.body);
      if (before === null || changed === null) throw noneIsOn();
      const after = changed.ok ? request.body : { ...request.body, problem: changed.failure };
      const target = before.runId ?? '';
      audit.record({ who: request.who, action: 'audience.change', target, before: steered(before), after });
      if (!changed.ok) throw new ProblemError('conflict', changed.failure, 'body');
      return changed.value;
    },
  );
}

function steered({ viewers, failIf }: AudienceCurrent): Pick<AudienceCurrent, 'viewers' | 'failIf'> {
  return { viewers, failIf };
}

function noneIsOn(): ProblemError {
  return new ProblemError('conflict', 'No audience that was started here is on. POST api/audience/runs starts one.');
}
