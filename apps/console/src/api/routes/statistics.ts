import { statisticsAnswer, statisticsQuery } from '@dropwise/contract';
import type { Clock } from '@dropwise/kit';
import type { App } from '../app.ts';
import { problems } from './problems.ts';
import { readStatistics, type StatisticsSource } from './statistics/read-statistics.ts';

export interface StatisticsDeps extends StatisticsSource {
  /** The one that what is counted was dated by. */
  readonly clock: Pick<Clock, 'now'>;
}

/** What came of it. */
export function registerStatisticsRoutes(app: App, deps: StatisticsDeps): void {
  app.get(
    '/api/statistics',
    {
      config: { scope: 'read' },
      schema: {
        tags: ['history'],
        summary: 'Drops claimed, minutes confirmed and estimated, and how long the miners were up.',
        querystring: statisticsQuery,
        response: { 200: statisticsAnswer, ...problems() },
      },
    },
    async ({ query: { days } }) => readStatistics(deps, days, deps.clock.now()),
  );
}
