import { childQuery, planAnswer, planPreviewBody, planPreviewView } from '@dropwise/contract';
import type { Fleet } from '../../children/fleet.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { CommandLimit } from './command-limit.ts';
import { type ChildReader, knownChild } from './known-child.ts';
import { problems } from './problems.ts';
import { takeTurn } from './send-command.ts';

export interface PlanDeps {
  readonly fleet: ChildReader & Pick<Fleet, 'session'>;
  /** Of its own: a preview costs this machine, not Twitch. */
  readonly limit: CommandLimit;
}

/** The plan as it is, and as it would be. */
export function registerPlanRoutes(app: App, deps: PlanDeps): void {
  const { fleet } = deps;
  app.get(
    '/api/plan',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['plan'],
        summary: 'What is watched when in the next two weeks, what each drop will come to, and why.',
        querystring: childQuery,
        response: { 200: planAnswer, ...problems('notFound') },
      },
    },
    (request) => {
      const child = knownChild(fleet, request.query.child);
      const plan = fleet.view(child.id)?.plan ?? null;
      if (plan !== null) return { plan, sentence: 'This is the plan as it was made last.' };
      const cannot = `${child.name} does not plan ahead.`;
      return { plan, sentence: child.can.includes('plan') ? 'No plan has been made yet.' : cannot };
    },
  );
  app.post(
    '/api/plan/preview',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['plan'],
        summary: 'What the plan would be with other wishes. Nothing is changed.',
        querystring: childQuery,
        body: planPreviewBody,
        response: { 200: planPreviewView, ...problems('notFound', 'minerNotRunning', 'minerCannot') },
      },
    },
    (request, reply) => {
      const child = knownChild(fleet, request.query.child);
      const session = fleet.session(child.id);
      if (session === null)
        throw new ProblemError('minerNotRunning', `${child.name} does not run, so nothing can be planned. Start it.`);
      takeTurn(deps.limit, reply, child.id, 'plan.preview');
      const preview = session.previewPlan(request.body.wishes);
      if (preview.ok) return preview.value;
      throw new ProblemError('minerCannot', preview.failure);
    },
  );
}
