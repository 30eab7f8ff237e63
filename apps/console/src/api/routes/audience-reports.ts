import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { audienceRunId } from '@dropwise/contract';
import { audienceReport } from '@dropwise/contract/audience';
import * as v from 'valibot';
import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import type { AudienceDeps } from './audience-deps.ts';
import { problems } from './problems.ts';

const tags = ['audience'];
const read = { scope: 'read' } as const;
const params = v.object({ runId: audienceRunId });
const text = { schema: { type: 'string' } };

/** A page that others' words are in (an origin's, a proxy's), as they are, escaped: nothing in it may run, load or send. */
const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox";

/** Runs that are over. */
export function registerAudienceReportRoutes(app: App, deps: AudienceDeps): void {
  registerReport(app, deps);
  registerFiles(app, deps);
  registerDeletion(app, deps);
}

function registerReport(app: App, { archive }: AudienceDeps): void {
  app.get(
    '/api/audience/runs/:runId',
    {
      config: read,
      schema: {
        tags,
        summary: 'The report of a run.',
        params,
        response: { 200: audienceReport, ...problems('notFound', 'unavailable') },
      },
    },
    async ({ params: { runId } }) => {
      const found = await archive.report(runId);
      if (found.ok) return found.value;
      const { kind, sentence } = found.failure;
      throw new ProblemError(kind === 'missing' ? 'notFound' : 'unavailable', sentence, 'params.runId');
    },
  );
}

function registerFiles(app: App, { archive }: AudienceDeps): void {
  app.get(
    '/api/audience/runs/:runId/report.html',
    {
      config: read,
      schema: {
        tags,
        summary: 'The report of a run as one page with charts.',
        params,
        response: { 200: { description: 'The page.', content: { 'text/html': text } }, ...problems('notFound') },
      },
    },
    async ({ params: { runId } }, reply) => {
      const page = await archive.findPage(runId);
      if (page === null) throw noSuchRun(runId);
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', pagePolicy)
        .send(createReadStream(page) as never);
    },
  );

  app.get(
    '/api/audience/runs/:runId/run.log',
    {
      config: read,
      schema: {
        tags,
        summary: 'What the lab wrote down during a run, one JSON object a line.',
        params,
        response: { 200: { description: 'The log.', content: { 'text/plain': text } }, ...problems('notFound') },
      },
    },
    async ({ params: { runId } }, reply) => {
      const logs = await archive.findLogs(runId);
      if (logs.length === 0) throw noSuchRun(runId);
      return reply.type('text/plain; charset=utf-8').send(Readable.from(chunksOf(logs)) as never);
    },
  );
}

/** One file after the other, as a client takes it. */
async function* chunksOf(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  }
}

function registerDeletion(app: App, { archive, runs, audit }: AudienceDeps): void {
  app.delete(
    '/api/audience/runs/:runId',
    {
      config: { scope: 'owner' },
      schema: {
        tags,
        summary: 'Deletes a run with all that is kept of it.',
        params,
        response: { 200: v.object({ runId: audienceRunId }), ...problems('notFound', 'conflict', 'wrongOrigin') },
      },
    },
    async (request) => {
      const { runId } = request.params;
      if (runs.current?.runId === runId) {
        throw new ProblemError('conflict', 'This run is on. Stop it first, or wait for its end.', 'params.runId');
      }
      if (!(await archive.remove(runId))) throw noSuchRun(runId);
      audit.record({ who: request.who, action: 'audience.delete', target: runId, before: null, after: null });
      return { runId };
    },
  );
}

function noSuchRun(runId: string): ProblemError {
  const sentence = `There is no run "${runId}" (any more). GET api/audience lists those there are.`;
  return new ProblemError('notFound', sentence, 'params.runId');
}
