import { audienceKeyAnswer, consentFileAnswer, consentFileBody } from '@dropwise/contract';
import type { KeyRefusal } from '../../audience/operator-keys.ts';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { problems } from './problems.ts';
import { takeTurn } from './send-command.ts';

const tags = ['audience'];

/** What an origin consents to, and how. */
export function registerAudienceConsentRoutes(app: App, { keys, audit, limit }: AudienceDeps): void {
  app.post(
    '/api/audience/key',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'Makes the key that origins consent to, where there is none yet. It never leaves this machine.',
        response: { 200: audienceKeyAnswer, ...problems('unavailable', 'wrongOrigin') },
      },
    },
    async (request, reply) => {
      takeTurn(limit, reply, 'audience', 'key');
      const made = await keys.make();
      if (!made.ok) throw keyError(made.failure);
      audit.record({ who: request.who, action: 'audience.key', target: made.value, before: null, after: null });
      return { fingerprint: made.value };
    },
  );

  app.post(
    '/api/audience/consent-file',
    {
      config: { scope: 'control' },
      schema: {
        tags,
        summary: 'The file with which an origin allows tests with this key, within limits. It changes nothing here.',
        body: consentFileBody,
        response: {
          200: consentFileAnswer,
          ...problems('conflict', 'unavailable', 'unsupportedMediaType', 'wrongOrigin'),
        },
      },
    },
    async (request, reply) => {
      takeTurn(limit, reply, 'audience', 'consent-file');
      const file = await keys.consentFile(request.body);
      if (!file.ok) throw keyError(file.failure);
      return file.value;
    },
  );
}

function keyError({ kind, sentence }: KeyRefusal): ProblemError {
  const code = ({ terms: 'badRequest', key: 'conflict', tool: 'unavailable' } as const)[kind];
  return new ProblemError(code, sentence, kind === 'terms' ? 'body' : null);
}
