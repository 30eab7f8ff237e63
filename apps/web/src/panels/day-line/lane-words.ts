import type { ForecastView } from '@dropwise/contract';
import { assertNever } from '@dropwise/kit';
import type { MessageKey } from '../../locales/en/index.ts';
import type { Lane } from './lanes.ts';

/** What is to be said of a lane in a few words; instants by what they are. */
export interface LaneWords {
  readonly key: MessageKey;
  readonly count: number;
  readonly at: number | null;
  readonly names: readonly string[];
}

/** One phrase for each thing that becomes of its drops, best first; empty = the campaign's own reason says it. */
export function laneWords({ drops }: Lane): readonly LaneWords[] {
  const kinds = Map.groupBy(drops, ({ forecast }) => forecast.kind);
  return order.flatMap((kind) => {
    const found = (kinds.get(kind) ?? []).map(({ forecast }) => forecast);
    return found.length === 0 ? [] : wordsOf(kind, found);
  });
}

/** What is impossible has its reason on each drop; of the lane it says enough that nothing else is left. */
const order: readonly ForecastView['kind'][] = ['onTrack', 'atRisk', 'later', 'givenUp'];

function wordsOf(kind: ForecastView['kind'], forecasts: readonly ForecastView[]): readonly LaneWords[] {
  const count = forecasts.length;
  const names = [...new Set(forecasts.flatMap(({ forCampaignNames }) => forCampaignNames))];
  switch (kind) {
    case 'onTrack':
      return [{ key: 'plan.lane.onTrack', count, at: lastOf(forecasts), names }];
    case 'atRisk': {
      const at = lastOf(forecasts);
      return [{ key: at === null ? 'plan.lane.waits' : 'plan.lane.atRisk', count, at, names }];
    }
    case 'later':
      return [{ key: 'plan.lane.later', count, at: null, names }];
    case 'givenUp':
      return [{ key: names.length === 0 ? 'plan.lane.keptFree' : 'plan.lane.givenUp', count, at: null, names }];
    case 'impossible':
      return [];
    default:
      return assertNever(kind);
  }
}

function lastOf(forecasts: readonly ForecastView[]): number | null {
  const times = forecasts.flatMap(({ finishesAt }) => finishesAt ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
