import { childSettingsAnswer, childSettingsBody, childSettingsOutcome, problem } from '@dropwise/contract';
import * as v from 'valibot';
import type { ChildSettings } from '../../config/child-settings.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { ChildReader } from './known-child.ts';
import { knownChild } from './known-child.ts';

export interface ChildSettingsDeps {
  readonly fleet: ChildReader;
  readonly childSettings: ChildSettings;
}

const params = v.object({ id: v.string() });
const tags = ['children'];

/** Settings of TDM and rangermix, through their own files or API. */
export function registerChildSettingsRoutes(app: App, { fleet, childSettings }: ChildSettingsDeps): void {
  app.get(
    '/api/children/:id/settings',
    {
      config: { scope: 'read' },
      schema: {
        tags,
        summary: 'The settings of another miner, in its own words.',
        params,
        response: { 200: childSettingsAnswer, 404: problem, 409: problem },
      },
    },
    async (request) => {
      const read = await childSettings.read(knownChild(fleet, request.params.id).id);
      if (!read.ok) throw new ProblemError('conflict', read.failure);
      return read.value;
    },
  );
  app.post(
    '/api/children/:id/settings',
    {
      config: { scope: 'control' },
      schema: {
        tags,
        summary: 'Changes settings of another miner so that it takes them; TDM is restarted for it.',
        params,
        body: childSettingsBody,
        response: { 200: childSettingsOutcome, 400: problem, 404: problem },
      },
    },
    async (request) => {
      const { id } = knownChild(fleet, request.params.id);
      const changed = await childSettings.change(id, request.body.changes, request.who);
      if (!changed.ok) throw new ProblemError('badRequest', changed.failure.join(' '), 'body.changes');
      return changed.value;
    },
  );
}
