import type { App } from '../app.ts';
import { ProblemError } from '../problem-error.ts';
import { problems } from '../routes/problems.ts';
import { streamedText } from '../routes/streamed-text.ts';
import type { Metrics } from './create-metrics.ts';

export interface MetricsDeps {
  readonly metrics: Metrics;
  /** The setting console.metrics, read at every request. */
  readonly enabled: () => boolean;
}

/** `GET /metrics` for Prometheus, and the measuring of every route that is registered afterwards. */
export function registerMetrics(app: App, { metrics, enabled }: MetricsDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.noteRequest({ method: request.method, route, status: reply.statusCode, ms: reply.elapsedTime });
  });
  app.get(
    '/metrics',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['status'],
        summary: 'Figures for Prometheus.',
        response: { 200: { content: { 'text/plain': { schema: streamedText } } }, ...problems('notFound') },
      },
    },
    async (_request, reply) => {
      if (!enabled()) throw new ProblemError('notFound', 'Metrics are off. Turn on the setting console.metrics.');
      reply.type(metrics.contentType).header('cache-control', 'no-store');
      return metrics.text();
    },
  );
}
